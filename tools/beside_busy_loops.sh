#!/bin/sh
# Runs a command beside two loops that take all the processor they can get, and always ends them.
# Its exit status is the command's.
busy() { while :; do :; done; }

busy & one=$!
busy & two=$!
trap 'kill $one $two 2>/dev/null' EXIT
trap 'exit 130' INT TERM
"$@"
