# syntax=docker/dockerfile:1
# The browser client, then the binary with the client inside it, then nothing but that. What a debugger needs of the very same
# binary comes by `docker build --target symbols --output symbols .`: keep it with each image that is shipped.

FROM node:20-bookworm-slim AS web
WORKDIR /plenary/web
COPY web/package.json web/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY proto/protocol.ts ../proto/protocol.ts
COPY web ./
RUN npm run build

FROM rust:1.95-bookworm AS binary
WORKDIR /plenary
COPY Cargo.toml Cargo.lock build.rs ./
COPY src src
# Built by others, and named by Cargo.toml.
COPY benches benches
COPY conferences/new.toml conferences/new.toml
COPY web/src/locales web/src/locales
COPY web/src/stage/marble.svg web/src/stage/marble.svg
COPY scripts/split-debug.sh scripts/split-debug.sh
COPY --from=web /plenary/web/dist /web
ENV WEB_DIST=/web
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/plenary/target \
    cargo build --release --locked --bin plenary && scripts/split-debug.sh target/release/plenary /out

FROM scratch AS symbols
COPY --from=binary /out/plenary.debug /

FROM debian:bookworm-slim
RUN useradd --system --uid 10001 --user-group --no-create-home plenary && install -d -o plenary -g plenary /data /recordings
COPY --from=binary /out/plenary /usr/local/bin/plenary
COPY conferences /conferences
USER plenary
VOLUME /data
EXPOSE 8400/tcp 8400/udp
ENV PLENARY_LISTEN=0.0.0.0:8400 \
    PLENARY_DATA=/data \
    PLENARY_CONFERENCE=/conferences/gcm-arab-2021/conference.toml
# The image has no curl; bash opens the connection itself. The port is the one of PLENARY_LISTEN.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/${PLENARY_LISTEN##*:} && printf 'GET /ready HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q ready <&3"]
ENTRYPOINT ["plenary"]
CMD ["serve"]
