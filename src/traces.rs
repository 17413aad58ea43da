//! Traces of OpenTelemetry: where the time of each command and of each call went, for whoever runs a collector of them.
//!
//! A command is traced from its being read to its answer (`command`: its kind and what came of it), with its append to the log
//! (`append`: the stream and how many entries; commands that share an append are tied to it), a call of HTTP by its route
//! (`call`). Nothing that is traced names a person or a link, or says what was written.

use tracing::Subscriber;
use tracing_subscriber::Layer;
use tracing_subscriber::registry::LookupSpan;

/// The target of what is traced. The log shows it where it is asked for more than [`tracing::Level::INFO`].
pub const TRACED: &str = "plenary::traced";

/// Where a collector is told to be, as OpenTelemetry has it for all programs; the second is for traces alone.
const ENDPOINTS: [&str; 2] = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];

/// Traces cannot be sent.
#[derive(Debug, thiserror::Error)]
pub enum TracesFault {
    /// The program was built without it.
    #[error(
        "{variable} names a collector of traces, and this program cannot send any: unset it, or build with \
         `--features opentelemetry`"
    )]
    NotBuilt {
        /// Which names it.
        variable: &'static str,
    },
    /// What the variables of OpenTelemetry say is not understood.
    #[error("traces cannot be sent as the variables OTEL_EXPORTER_OTLP_… say: {why}")]
    Unfit {
        /// In the words of its library.
        why: String,
    },
}

/// The variable that names a collector, if one does.
fn named() -> Option<&'static str> {
    ENDPOINTS.into_iter().find(|variable| std::env::var_os(variable).is_some_and(|value| !value.is_empty()))
}

#[cfg(feature = "opentelemetry")]
pub use sending::{Sending, layer};

/// Sends what is traced to a collector, if one is named. Outside of any runtime: it sends from a thread of its own.
#[cfg(feature = "opentelemetry")]
mod sending {
    use opentelemetry::trace::TracerProvider as _;
    use opentelemetry_otlp::{Protocol, SpanExporter, WithExportConfig as _};
    use opentelemetry_sdk::Resource;
    use opentelemetry_sdk::trace::SdkTracerProvider;
    use tracing_subscriber::filter::filter_fn;

    use super::{Layer, LookupSpan, Subscriber, TRACED, TracesFault, named};

    fn is_set(variables: &[&str]) -> bool {
        variables.iter().any(|variable| std::env::var_os(variable).is_some())
    }

    /// Dropped, it sends what is left, for five seconds at most.
    #[derive(Debug)]
    pub struct Sending(SdkTracerProvider);

    impl Drop for Sending {
        fn drop(&mut self) {
            if let Err(fault) = self.0.shutdown() {
                tracing::warn!(%fault, "the last traces were not sent");
            }
        }
    }

    /// What takes the traces, and what sends them for as long as it is held; none where no collector is named. Where to, how
    /// and how much of them is told by the variables that OpenTelemetry has for all programs (`OTEL_…`).
    ///
    /// # Errors
    /// If these are not understood.
    pub fn layer<S>() -> Result<Option<(impl Layer<S>, Sending)>, TracesFault>
    where
        S: Subscriber + for<'a> LookupSpan<'a>,
    {
        if named().is_none() {
            return Ok(None);
        }
        let mut exporter = SpanExporter::builder().with_http();
        if !is_set(&["OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"]) {
            // The library would choose JSON, which not every collector takes, since it can.
            exporter = exporter.with_protocol(Protocol::HttpBinary);
        }
        let exporter = exporter.build();
        let exporter = exporter.map_err(|fault| TracesFault::Unfit { why: fault.to_string() })?;
        let mut resource = Resource::builder();
        if !is_set(&["OTEL_SERVICE_NAME"]) {
            resource = resource.with_service_name(env!("CARGO_PKG_NAME"));
        }
        let provider = SdkTracerProvider::builder()
            .with_batch_exporter(exporter)
            .with_resource(resource.build())
            .build();
        let tracing = tracing_opentelemetry::layer()
            .with_tracer(provider.tracer(env!("CARGO_PKG_NAME")))
            .with_location(false)
            .with_threads(false)
            .with_tracked_inactivity(false)
            .with_filter(filter_fn(|meta| meta.target() == TRACED));
        Ok(Some((tracing, Sending(provider))))
    }
}

/// Nothing takes traces.
///
/// # Errors
/// If a collector is named.
#[cfg(not(feature = "opentelemetry"))]
pub fn layer<S>() -> Result<Option<(impl Layer<S>, ())>, TracesFault>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
{
    match named() {
        None => Ok(None::<(tracing_subscriber::layer::Identity, ())>),
        Some(variable) => Err(TracesFault::NotBuilt { variable }),
    }
}
