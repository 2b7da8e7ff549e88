package vn.soto.domain.shared;

import static vn.soto.contracts.shared.ReasonCode.ACCOUNT_AT_RISK;
import static vn.soto.contracts.shared.ReasonCode.CHECKED;
import static vn.soto.contracts.shared.ReasonCode.CONDUCT;
import static vn.soto.contracts.shared.ReasonCode.CONSENT_WITHDRAWN;
import static vn.soto.contracts.shared.ReasonCode.COURT_ORDER;
import static vn.soto.contracts.shared.ReasonCode.DUPLICATE;
import static vn.soto.contracts.shared.ReasonCode.DUTY_ASSIGNED;
import static vn.soto.contracts.shared.ReasonCode.DUTY_ENDED;
import static vn.soto.contracts.shared.ReasonCode.FIGURES_DOUBTFUL;
import static vn.soto.contracts.shared.ReasonCode.HEALTH;
import static vn.soto.contracts.shared.ReasonCode.JUST_RECORDED;
import static vn.soto.contracts.shared.ReasonCode.LATER_KNOWN;
import static vn.soto.contracts.shared.ReasonCode.LEFT_AREA;
import static vn.soto.contracts.shared.ReasonCode.LEFT_TEAM;
import static vn.soto.contracts.shared.ReasonCode.MISSING_ENTRY;
import static vn.soto.contracts.shared.ReasonCode.NEEDS_CHECKING;
import static vn.soto.contracts.shared.ReasonCode.NEVER_HAPPENED;
import static vn.soto.contracts.shared.ReasonCode.NOT_DUPLICATE;
import static vn.soto.contracts.shared.ReasonCode.NOT_IN_SCOPE;
import static vn.soto.contracts.shared.ReasonCode.NOT_REACHED;
import static vn.soto.contracts.shared.ReasonCode.NOT_RECORDED_YET;
import static vn.soto.contracts.shared.ReasonCode.NO_LONGER_NEEDED;
import static vn.soto.contracts.shared.ReasonCode.OFFICIAL_DECISION;
import static vn.soto.contracts.shared.ReasonCode.OFFLINE;
import static vn.soto.contracts.shared.ReasonCode.OTHER;
import static vn.soto.contracts.shared.ReasonCode.OTHER_TEAM;
import static vn.soto.contracts.shared.ReasonCode.PAPER_RECORDS;
import static vn.soto.contracts.shared.ReasonCode.PERSONAL_DATA;
import static vn.soto.contracts.shared.ReasonCode.REORGANISATION;
import static vn.soto.contracts.shared.ReasonCode.REQUEST_OF_PERSON;
import static vn.soto.contracts.shared.ReasonCode.RETENTION_ENDED;
import static vn.soto.contracts.shared.ReasonCode.STILL_NEEDED;
import static vn.soto.contracts.shared.ReasonCode.TEXT_INCOMPLETE;
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
    TAKING_BACK(WRONG_ENTRY, MISSING_ENTRY, LATER_KNOWN, DUPLICATE, NEVER_HAPPENED, REQUEST_OF_PERSON, JUST_RECORDED),
    SEPARATION(NOT_DUPLICATE, WRONG_ENTRY, LATER_KNOWN),
    LATE_ENTRY(OFFLINE, WORKLOAD, HEALTH, MISSING_ENTRY, LATER_KNOWN),
    NEW_VERSION(WRONG_ENTRY, MISSING_ENTRY, LATER_KNOWN, OFFICIAL_DECISION),
    CANCELLATION(TOO_FEW_PEOPLE, WEATHER, VENUE, HEALTH, WORKLOAD, WRONG_ENTRY, OFFICIAL_DECISION),
    ABSENCE(HEALTH, WORKLOAD, LEFT_AREA, REQUEST_OF_PERSON, CONDUCT, OFFICIAL_DECISION),
    DISSOLUTION(REORGANISATION, OFFICIAL_DECISION, TOO_FEW_PEOPLE, WRONG_ENTRY),
    UNASSIGNMENT(LEFT_TEAM, LEFT_AREA, WORKLOAD, HEALTH, REQUEST_OF_PERSON, REORGANISATION, WRONG_ENTRY),
    DECLINE(OTHER_TEAM, NOT_IN_SCOPE, NOT_REACHED, DUPLICATE, NO_LONGER_NEEDED),
    REOPENING(STILL_NEEDED, WRONG_ENTRY, LATER_KNOWN, REQUEST_OF_PERSON),
    RECOMMENDATION(CHECKED, OFFICIAL_DECISION),
    PRACTICE_END(NO_LONGER_NEEDED, WORKLOAD, TOO_FEW_PEOPLE, OFFICIAL_DECISION, WRONG_ENTRY),
    REVISION(OFFICIAL_DECISION, REORGANISATION, LATER_KNOWN, WRONG_ENTRY),
    ERASURE(REQUEST_OF_PERSON, CONSENT_WITHDRAWN, RETENTION_ENDED, COURT_ORDER, OFFICIAL_DECISION, WRONG_ENTRY),
    ACCESS(DUTY_ASSIGNED, OFFICIAL_DECISION, REORGANISATION, WORKLOAD, WRONG_ENTRY),
    ACCESS_END(
            DUTY_ENDED, LEFT_AREA, LEFT_TEAM, OFFICIAL_DECISION, REORGANISATION, CONDUCT, ACCOUNT_AT_RISK, WRONG_ENTRY),
    OVERRIDE(PAPER_RECORDS, NOT_RECORDED_YET, WRONG_ENTRY, LATER_KNOWN),
    REPORT_RETURN(FIGURES_DOUBTFUL, MISSING_ENTRY, WRONG_ENTRY, TEXT_INCOMPLETE, PERSONAL_DATA),
    PERIOD_REOPENING(MISSING_ENTRY, OFFLINE, LATER_KNOWN, WRONG_ENTRY, OFFICIAL_DECISION),
    RESTRICTION(REQUEST_OF_PERSON, CONSENT_WITHDRAWN, COURT_ORDER, OFFICIAL_DECISION, NO_LONGER_NEEDED, WRONG_ENTRY),
    DATA_REQUEST_EXTENSION(WORKLOAD, NEEDS_CHECKING, OFFICIAL_DECISION),
    DATA_REQUEST_REFUSAL(NOT_IN_SCOPE, NOT_REACHED, DUPLICATE, NO_LONGER_NEEDED, OFFICIAL_DECISION),
    OBJECTION(FIGURES_DOUBTFUL, MISSING_ENTRY, WRONG_ENTRY, DUPLICATE, NEVER_HAPPENED),
    OBJECTION_ANSWER(CHECKED, MISSING_ENTRY, WRONG_ENTRY, DUPLICATE, NEVER_HAPPENED, NOT_IN_SCOPE),
    CHANGED_SCORES(CHECKED, LATER_KNOWN, DUPLICATE, NEVER_HAPPENED, WRONG_ENTRY, OFFICIAL_DECISION),
    REVOCATION(NEVER_HAPPENED, WRONG_ENTRY, DUPLICATE, CONDUCT, OFFICIAL_DECISION),
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
        return reasons(command).map(Reasons::value);
    }

    /** Whether the command's reason is not complete without a text beside the code. */
    public static boolean asksForText(Class<?> command) {
        return reasons(command).filter(Reasons::withText).isPresent();
    }

    private static Optional<Reasons> reasons(Class<?> command) {
        Reasons own = command.getAnnotation(Reasons.class);
        return own != null
                ? Optional.of(own)
                : Stream.of(command.getInterfaces())
                        .flatMap(implemented -> reasons(implemented).stream())
                        .findFirst();
    }
}
