# A static binary and nothing else: `docker build -t redtape .`; with a shell for runners that need one: `--target ci`.
ARG RUST=1.95
FROM rust:${RUST}-alpine AS build
RUN apk add --no-cache musl-dev tzdata
WORKDIR /source
COPY . .
RUN cargo build --release --locked --bin redtape

FROM alpine:3 AS ci
COPY --from=build /usr/share/zoneinfo /usr/share/zoneinfo
COPY --from=build /source/target/release/redtape /usr/local/bin/redtape
USER 65532:65532
WORKDIR /work

FROM scratch
COPY --from=build /usr/share/zoneinfo /usr/share/zoneinfo
COPY --from=build /source/target/release/redtape /redtape
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["/redtape"]
