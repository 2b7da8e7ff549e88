package vn.soto.projection.source;

import java.util.List;

/** A commit as trackers read it: its decoded events, of which a damaged commit may have none. */
public record TrackedCommit(CommitToken token, List<ProjectedEvent> events) {}
