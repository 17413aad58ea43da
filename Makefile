# One command for each thing that one does here; `make` alone lists them.

# Where the demonstration listens, keeps its data, and is reached by browsers (http:// and LISTEN unless given).
LISTEN ?= 127.0.0.1:8400
DATA ?= ./data
PUBLIC_URL ?=
# Clients and listeners of `make bench`, and the program of an earlier build for `make bench-opening` and `bench-command` to
# compare with.
CLIENTS ?= 5000
LISTENERS ?= 1000
BEFORE ?=

TARGET := $(or $(CARGO_TARGET_DIR),target)
# A fresh Rust is not on the path of shells that were open before it.
export PATH := $(PATH):$(HOME)/.cargo/bin

.DEFAULT_GOAL := help
.PHONY: help demo test bench bench-capacity bench-flame bench-scenarios bench-soak bench-opening bench-command bench-search bench-draft bench-export bench-ear bench-chat bench-page bench-ready release lint fmt clean-data

help: ## Lists what there is.
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

demo: ## Builds and serves the sample conference, and prints a link for each role (LISTEN, DATA, PUBLIC_URL).
	@scripts/need.sh rust node
	@cargo build --bin plenary
	@exec $(TARGET)/debug/plenary demo --conference conferences/gcm-arab-2021/conference.toml --listen $(LISTEN) --data $(DATA) $(if $(PUBLIC_URL),--public-url $(PUBLIC_URL))

test: ## Runs every check and test, in both languages and in the browser, and sums them up.
	@scripts/need.sh rust node
	@scripts/test.sh

bench: ## Measures the release build under a load of CLIENTS clients, then of LISTENERS listeners, then `bench-opening`, `bench-command`, `bench-search`, `bench-ear`, `bench-chat`, `bench-page` and `bench-ready`.
	@scripts/need.sh rust node
	@cargo build --release
	@$(TARGET)/release/plenary-load --clients $(CLIENTS) --sound $(LISTENERS)
	@$(MAKE) --no-print-directory bench-opening bench-command bench-search bench-ear bench-chat bench-page bench-ready

bench-capacity: ## Measures what docs/capacity.md plans with: a delivery, the same on a node that follows, and a packet of sound, beside the floor.
	@scripts/need.sh rust node
	@cargo build --release
	@NATS_SERVER=$$(scripts/nats-server.sh) $(TARGET)/release/plenary-load capacity --clients $(CLIENTS) --listeners $(LISTENERS)

bench-flame: ## Draws where the server's time goes, to flame-sound.svg and flame-delivery.svg: it needs `perf`.
	@scripts/need.sh rust node
	@cargo build --release
	@scripts/flame.sh sound
	@scripts/flame.sh delivery

bench-scenarios: ## Plays a conference's worst days with CLIENTS people, holds them against their goals and draws scenarios.svg.
	@scripts/need.sh rust node
	@cargo build --release
	@NATS_SERVER=$$(scripts/nats-server.sh) $(TARGET)/release/plenary-load scenario all --people $(CLIENTS) --plot scenarios.svg

bench-soak: ## Keeps a server busy for twenty minutes and looks whether it holds on to anything.
	@scripts/need.sh rust node
	@cargo build --release
	@$(TARGET)/release/plenary-load soak --minutes 20 --plot soak.svg

bench-opening: ## Measures how long a session of 200,000 events takes to open, beside an earlier build if one is named (BEFORE).
	@scripts/need.sh rust node
	@cargo build --release
	@$(TARGET)/release/plenary-load opening $(if $(BEFORE),--before $(BEFORE))

bench-command: ## Measures what a command of one client costs the server, beside an earlier build if one is named (BEFORE).
	@scripts/need.sh rust
	@cargo build --release
	@$(TARGET)/release/plenary-load command $(if $(BEFORE),--before $(BEFORE))

bench-search: ## Measures how long a search takes among 100,000 passages in three languages.
	@scripts/need.sh rust
	@cargo build --release
	@$(TARGET)/release/plenary-load search

bench-draft: ## Measures how long a key takes in the outcome document to another page, with 20 editors who type.
	@scripts/need.sh rust node
	@cargo build --release
	@$(TARGET)/release/plenary-load draft

bench-export: ## Measures how long the record of a conference of two days takes to be written in all formats, and how much memory.
	@scripts/need.sh rust node
	@cargo build --release
	@$(TARGET)/release/plenary-load export

bench-ear: ## Measures in Chromium how long sound takes from a microphone to an ear, and the gap of a handover.
	@scripts/need.sh rust node chromium
	@cargo build --release --bin plenary
	@npm --prefix tests/browser ci --no-audit --no-fund --loglevel=error
	@PLENARY=$(abspath $(TARGET))/release/plenary npm --prefix tests/browser run bench mouth-to-ear handover

bench-chat: ## Measures in Chromium what a message, and the floor button, cost a slow page in a full room.
	@scripts/need.sh rust node chromium
	@cargo build --release --bin plenary
	@npm --prefix tests/browser ci --no-audit --no-fund --loglevel=error
	@PLENARY=$(abspath $(TARGET))/release/plenary npm --prefix tests/browser run bench chat

bench-page: ## Measures in Chromium what a first visit weighs, and how long it takes, on a line of 128 kbit/s and a slow processor.
	@scripts/need.sh rust node chromium
	@cargo build --release --bin plenary
	@npm --prefix tests/browser ci --no-audit --no-fund --loglevel=error
	@PLENARY=$(abspath $(TARGET))/release/plenary npm --prefix tests/browser run bench page

bench-ready: ## Measures how long a start takes on a data folder of 2 GB, beside another build's where PLENARY_BEFORE names one.
	@scripts/need.sh rust
	@cargo build --release
	@$(TARGET)/release/plenary-load ready

release: ## Builds the program as it is shipped, in target/dist, with what a debugger needs beside it (plenary.debug).
	@scripts/need.sh rust node
	@cargo build --release --locked --bin plenary
	@scripts/split-debug.sh $(TARGET)/release/plenary $(TARGET)/dist

lint: ## Checks form and style without running tests.
	@scripts/need.sh rust node
	cargo fmt --check
	cargo clippy --all-targets --quiet
	npm --prefix web run check

fmt: ## Puts all code into its form.
	cargo fmt
	npm --prefix web run format

clean-data: ## Deletes the demonstration's data (DATA), so that the next one begins anew.
	@scripts/clean-data.sh $(DATA)
