package vn.soto.testkit.history;

import java.util.function.Function;
import java.util.stream.Stream;

/** A rule every correct ledger keeps under any faults. */
public enum HistoryRule {
    NUMBERS_ARE_DENSE(StoredRules::numbersAreDense),
    POSITIONS_ARE_DENSE(StoredRules::positionsAreDense),
    SEQUENCES_ARE_DENSE(StoredRules::sequencesAreDense),
    COMMIT_IDS_ARE_UNIQUE(StoredRules::commitIdsAreUnique),
    COMMANDS_ARE_UNIQUE(StoredRules::commandsAreUnique),
    EVENT_IDS_ARE_UNIQUE(StoredRules::eventIdsAreUnique),
    TIME_NEVER_GOES_BACK(StoredRules::timeNeverGoesBack),
    CHAIN_IS_RIGHT(StoredRules::chainIsRight),
    TAIL_IS_THE_LAST_COMMIT(StoredRules::tailIsTheLastCommit),

    ACKNOWLEDGED_IS_STORED(AppendHistoryRules::acknowledgedIsStored),
    ACKNOWLEDGEMENT_IS_TRUE(AppendHistoryRules::acknowledgementIsTrue),
    CONTENT_IS_AS_ASKED(AppendHistoryRules::contentIsAsAsked),
    NOTHING_IS_INVENTED(AppendHistoryRules::nothingIsInvented),
    REFUSED_IS_NOT_STORED(AppendHistoryRules::refusedIsNotStored),
    REPEATED_IS_STORED(AppendHistoryRules::repeatedIsStored),
    UNCERTAIN_IS_STORED_AT_MOST_ONCE(AppendHistoryRules::uncertainIsStoredAtMostOnce),
    ORDER_FOLLOWS_REAL_TIME(AppendHistoryRules::orderFollowsRealTime),
    GUARDS_HOLD(AppendHistoryRules::guardsHold),

    READS_SHOW_WHAT_IS_STORED(ReadHistoryRules::readsShowWhatIsStored),
    READS_ARE_NOT_STALE(ReadHistoryRules::readsAreNotStale),
    CLIENTS_READ_THEIR_WRITES(ReadHistoryRules::clientsReadTheirWrites),
    READS_NEVER_GO_BACK(ReadHistoryRules::readsNeverGoBack),
    READS_ARE_NOT_OF_THE_FUTURE(ReadHistoryRules::readsAreNotOfTheFuture);

    @SuppressWarnings("ImmutableEnumChecker") // each is a static function
    private final Function<HistoryEvidence, Stream<String>> complaints;

    HistoryRule(Function<HistoryEvidence, Stream<String>> complaints) {
        this.complaints = complaints;
    }

    Stream<Violation> violations(HistoryEvidence evidence) {
        return complaints.apply(evidence).map(text -> new Violation(this, text));
    }
}
