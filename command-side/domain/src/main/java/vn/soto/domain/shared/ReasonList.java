package vn.soto.domain.shared;

import static vn.soto.contracts.shared.ReasonCode.CHECKED;
import static vn.soto.contracts.shared.ReasonCode.CONDUCT;
import static vn.soto.contracts.shared.ReasonCode.CONSENT_WITHDRAWN;
import static vn.soto.contracts.shared.ReasonCode.COURT_ORDER;
import static vn.soto.contracts.shared.ReasonCode.DUPLICATE;
import static vn.soto.contracts.shared.ReasonCode.HEALTH;
import static vn.soto.contracts.shared.ReasonCode.LATER_KNOWN;
import static vn.soto.contracts.shared.ReasonCode.LEFT_AREA;
import static vn.soto.contracts.shared.ReasonCode.LEFT_TEAM;
import static vn.soto.contracts.shared.ReasonCode.MISSING_ENTRY;
import static vn.soto.contracts.shared.ReasonCode.NEEDS_CHECKING;
import static vn.soto.contracts.shared.ReasonCode.NEVER_HAPPENED;
import static vn.soto.contracts.shared.ReasonCode.NOT_DUPLICATE;
import static vn.soto.contracts.shared.ReasonCode.NOT_IN_SCOPE;
import static vn.soto.contracts.shared.ReasonCode.NOT_REACHED;
import static vn.soto.contracts.shared.ReasonCode.NO_LONGER_NEEDED;
import static vn.soto.contracts.shared.ReasonCode.OFFICIAL_DECISION;
import static vn.soto.contracts.shared.ReasonCode.OFFLINE;
import static vn.soto.contracts.shared.ReasonCode.OTHER;
import static vn.soto.contracts.shared.ReasonCode.OTHER_TEAM;
import static vn.soto.contracts.shared.ReasonCode.REORGANISATION;
import static vn.soto.contracts.shared.ReasonCode.REQUEST_OF_PERSON;
import static vn.soto.contracts.shared.ReasonCode.RETENTION_ENDED;
import static vn.soto.contracts.shared.ReasonCode.STILL_NEEDED;
import static vn.soto.contracts.shared.ReasonCode.TOO_FEW_PEOPLE;
import static vn.soto.contracts.shared.ReasonCode.VENUE;
import static vn.soto.contracts.shared.ReasonCode.WEATHER;
import static vn.soto.contracts.shared.ReasonCode.WORKLOAD;
import static vn.soto.contracts.shared.ReasonCode.WRONG_ENTRY;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.shared.ReasonCode;

/** Lists of codes, each for one kind of command; in the order in which they are offered. */
public enum ReasonList {
    CORRECTION(WRONG_ENTRY, MISSING_ENTRY, LATER_KNOWN, DUPLICATE, NEVER_HAPPENED, REQUEST_OF_PERSON),
    SEPARATION(NOT_DUPLICATE, WRONG_ENTRY, LATER_KNOWN),
    LATE_ENTRY(OFFLINE, WORKLOAD, HEALTH, MISSING_ENTRY, LATER_KNOWN),
    NEW_VERSION(WRONG_ENTRY, MISSING_ENTRY, LATER_KNOWN, OFFICIAL_DECISION),
    CANCELLATION(TOO_FEW_PEOPLE, WEATHER, VENUE, HEALTH, WORKLOAD, WRONG_ENTRY, OFFICIAL_DECISION),
    ABSENCE(HEALTH, WORKLOAD, LEFT_AREA, REQUEST_OF_PERSON, CONDUCT, OFFICIAL_DECISION),
    DISSOLUTION(REORGANISATION, OFFICIAL_DECISION, TOO_FEW_PEOPLE, WRONG_ENTRY),
    UNASSIGNMENT(LEFT_TEAM, LEFT_AREA, WORKLOAD, HEALTH, REQUEST_OF_PERSON, REORGANISATION, WRONG_ENTRY),
    DECLINE(OTHER_TEAM, NOT_IN_SCOPE, NOT_REACHED, DUPLICATE, NO_LONGER_NEEDED),
    REOPENING(STILL_NEEDED, WRONG_ENTRY, LATER_KNOWN, REQUEST_OF_PERSON),
    ERASURE(REQUEST_OF_PERSON, CONSENT_WITHDRAWN, RETENTION_ENDED, COURT_ORDER, OFFICIAL_DECISION, WRONG_ENTRY),
    RESTRICTION(REQUEST_OF_PERSON, CONSENT_WITHDRAWN, COURT_ORDER, OFFICIAL_DECISION, NO_LONGER_NEEDED, WRONG_ENTRY),
    DATA_REQUEST_EXTENSION(WORKLOAD, NEEDS_CHECKING, OFFICIAL_DECISION),
    DATA_REQUEST_REFUSAL(NOT_IN_SCOPE, NOT_REACHED, DUPLICATE, NO_LONGER_NEEDED, OFFICIAL_DECISION),
    PLAN(CHECKED, NEEDS_CHECKING, WRONG_ENTRY, OFFICIAL_DECISION, NO_LONGER_NEEDED);

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of constants
    private final List<ReasonCode> codes;

    ReasonList(ReasonCode... codes) {
        this.codes = Stream.concat(Stream.of(codes), Stream.of(OTHER)).toList();
    }

    /** The last one is {@code OTHER}. */
    public List<ReasonCode> codes() {
        return codes;
    }

    /** The list of a command; empty if it has no reason. */
    public static Optional<ReasonList> of(Class<?> command) {
        Reasons own = command.getAnnotation(Reasons.class);
        return own != null
                ? Optional.of(own.value())
                : Stream.of(command.getInterfaces())
                        .flatMap(implemented -> of(implemented).stream())
                        .findFirst();
    }
}
