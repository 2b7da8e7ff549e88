package vn.soto.query.detection;

import java.util.List;
import java.util.Map;

/** Looks for one pattern in a team's quarter. The same quarter of the same commune gives the same findings, in the same order. */
interface Detector {

    DetectorCode code();

    /** The numbers of its rule by name, as its description states them. */
    Map<Threshold, Integer> thresholds();

    /** @param commune in which the team works, with the team */
    List<DetectedPattern> find(TeamQuarter quarter, CommuneQuarter commune);

    /** Numbers of rules. */
    enum Threshold {
        /** Fewest records on which anything is said. */
        RECORDS,
        /** Fewest records that show the pattern. */
        MATCHES,
        /** Percent of the records, which the lower end of the interval of the share must exceed; 100: all of them. */
        PERCENT,
        /** Percent of what others in the commune recorded; what certainly exceeds it is usual there. */
        ELSEWHERE,
        /** Minutes within which records are a burst. */
        MINUTES,
        /** Seconds between two entries in which nobody types one. */
        SECONDS,
        /** Hours within which help is a repetition, or after which its entry is a later one. */
        HOURS,
        /** Days at the end of the quarter, or between the help and its record, or on which the pattern must show. */
        DAYS,
        /** Members, or those who were helped. */
        PERSONS
    }
}
