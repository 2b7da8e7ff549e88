package vn.soto.benchmarks;

import vn.soto.command.dispatch.CommandRequest;
import vn.soto.domain.shared.Command;

/** A command of the workload with its request. */
record Submission(CommandRequest request, Command command) {}
