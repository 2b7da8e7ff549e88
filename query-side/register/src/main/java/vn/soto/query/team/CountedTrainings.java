package vn.soto.query.team;

import java.time.LocalDate;

/** Counts the trainings that members of a team attended, as known at a commit. */
@FunctionalInterface
public interface CountedTrainings {

    long count(String team, LocalDate day, long asOf);
}
