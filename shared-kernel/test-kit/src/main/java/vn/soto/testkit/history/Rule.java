package vn.soto.testkit.history;

import java.util.function.Function;
import java.util.stream.Stream;

/** What an honest ledger keeps to, under whatever faults. */
public enum Rule {
    NUMBERS_ARE_DENSE(StoredRules::numbersAreDense),
    POSITIONS_ARE_DENSE(StoredRules::positionsAreDense),
    SEQUENCES_ARE_DENSE(StoredRules::sequencesAreDense),
    COMMIT_IDS_ARE_UNIQUE(StoredRules::commitIdsAreUnique),
    COMMANDS_ARE_UNIQUE(StoredRules::commandsAreUnique),
    EVENT_IDS_ARE_UNIQUE(StoredRules::eventIdsAreUnique),
    TIME_NEVER_GOES_BACK(StoredRules::timeNeverGoesBack),
    CHAIN_IS_RIGHT(StoredRules::chainIsRight),
    TAIL_IS_THE_LAST_COMMIT(StoredRules::tailIsTheLastCommit),

    ACKNOWLEDGED_IS_STORED(AppendRules::acknowledgedIsStored),
    ACKNOWLEDGEMENT_IS_TRUE(AppendRules::acknowledgementIsTrue),
    CONTENT_IS_AS_ASKED(AppendRules::contentIsAsAsked),
    NOTHING_IS_INVENTED(AppendRules::nothingIsInvented),
    REFUSED_IS_NOT_STORED(AppendRules::refusedIsNotStored),
    REPEATED_IS_STORED(AppendRules::repeatedIsStored),
    UNCERTAIN_IS_STORED_AT_MOST_ONCE(AppendRules::uncertainIsStoredAtMostOnce),
    ORDER_FOLLOWS_REAL_TIME(AppendRules::orderFollowsRealTime),
    GUARDS_HOLD(AppendRules::guardsHold),

    READS_SHOW_WHAT_IS_STORED(ReadRules::readsShowWhatIsStored),
    READS_ARE_NOT_STALE(ReadRules::readsAreNotStale),
    CLIENTS_READ_THEIR_WRITES(ReadRules::clientsReadTheirWrites),
    READS_NEVER_GO_BACK(ReadRules::readsNeverGoBack),
    READS_ARE_NOT_OF_THE_FUTURE(ReadRules::readsAreNotOfTheFuture);

    @SuppressWarnings("ImmutableEnumChecker") // each is a static function
    private final Function<Evidence, Stream<String>> complaints;

    Rule(Function<Evidence, Stream<String>> complaints) {
        this.complaints = complaints;
    }

    Stream<Violation> violations(Evidence evidence) {
        return complaints.apply(evidence).map(text -> new Violation(this, text));
    }
}
