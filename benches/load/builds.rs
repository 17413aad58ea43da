//! The builds that are measured beside one another, and what several measurements come to.

use std::path::PathBuf;

use clap::value_parser;

use super::server::Program;

/// Which builds are measured, and how often.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct BuildsArgs {
    /// How often each build is measured, in turns; the medians are told.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = value_parser!(u32).range(1..=100))]
    pub times: u32,
    /// The server's program [default: the `plenary` beside this program].
    #[arg(long, value_name = "FILE")]
    server: Option<PathBuf>,
    /// The program of an earlier build, to compare with.
    #[arg(long, value_name = "FILE")]
    before: Option<PathBuf>,
}

impl BuildsArgs {
    /// The builds with their names: this one first.
    ///
    /// # Errors
    /// If there is no such program.
    pub fn builds(&self) -> anyhow::Result<Vec<(&'static str, Program)>> {
        let mut builds = vec![("this build", Program::named(self.server.as_deref())?)];
        if let Some(before) = &self.before {
            builds.push(("the one before", Program::named(Some(before))?));
        }
        Ok(builds)
    }
}

/// The least, the median and the most.
pub fn spread(measured: impl IntoIterator<Item = f64>) -> [f64; 3] {
    let mut sorted: Vec<f64> = measured.into_iter().collect();
    sorted.sort_by(f64::total_cmp);
    let at = |place: usize| sorted.get(place).copied().unwrap_or(0.0);
    [at(0), at(sorted.len() / 2), at(sorted.len().saturating_sub(1))]
}

/// The median.
pub fn median(measured: impl IntoIterator<Item = f64>) -> f64 {
    let [_least, median, _most] = spread(measured);
    median
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(spread([3.0, 1.0, 9.0, 2.0, 2.5]), [1.0, 2.5, 9.0]);
    }
}
