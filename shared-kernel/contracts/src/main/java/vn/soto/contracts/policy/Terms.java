package vn.soto.contracts.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.person.SubjectKind;
import vn.soto.contracts.shared.Ascending;

/**
 * The thresholds and rules that a province decides. A version contains all of them.
 *
 * @param minimumMembers      minimum size of a team, which is flagged when it falls below
 * @param householdsPerMember target of a member's caseload; exceeding it raises a warning and never a refusal
 * @param reportDueDays       days after a quarter's last day until its report is late
 * @param lateEntryDays       days after the help until a record of it is late and needs a reason
 * @param requestDueDays      days after receipt until a support request is overdue
 * @param credit              how help by several helpers is credited
 * @param twoPersons          names of the commands that need a proposer and a second person's approval, sorted
 * @param smallTeams          whether a team can be formed with fewer members than the minimum; absent means no
 * @param ownCorrectionDays   days after that of recording until which members correct or take back records of their own
 *     without an officer; absent means one
 * @param dataRequests      terms for requests of persons about their own data; absent means those of the law
 * @param retention         how long personal data are kept once their purpose has ended; absent means always
 */
public record Terms(
        int minimumMembers,
        int householdsPerMember,
        int reportDueDays,
        int lateEntryDays,
        int requestDueDays,
        CreditRule credit,
        List<String> twoPersons,
        @Nullable SmallTeams smallTeams,
        @Nullable Integer ownCorrectionDays,
        @Nullable DataRequestTerms dataRequests,
        @Nullable RetentionTerms retention) {

    private static final int ONE_DAY = 1;

    public Terms {
        twoPersons = Ascending.of(twoPersons);
    }

    /** Terms that refuse teams below the minimum and give members one day for corrections of their own. */
    public Terms(
            int minimumMembers,
            int householdsPerMember,
            int reportDueDays,
            int lateEntryDays,
            int requestDueDays,
            CreditRule credit,
            List<String> twoPersons) {
        this(
                minimumMembers,
                householdsPerMember,
                reportDueDays,
                lateEntryDays,
                requestDueDays,
                credit,
                twoPersons,
                null,
                null);
    }

    /** Terms that say nothing about personal data. */
    public Terms(
            int minimumMembers,
            int householdsPerMember,
            int reportDueDays,
            int lateEntryDays,
            int requestDueDays,
            CreditRule credit,
            List<String> twoPersons,
            @Nullable SmallTeams smallTeams,
            @Nullable Integer ownCorrectionDays) {
        this(
                minimumMembers,
                householdsPerMember,
                reportDueDays,
                lateEntryDays,
                requestDueDays,
                credit,
                twoPersons,
                smallTeams,
                ownCorrectionDays,
                null,
                null);
    }

    /** Terms for requests of persons about their own data. */
    public DataRequestTerms forDataRequests() {
        return dataRequests == null ? DataRequestTerms.LAW : dataRequests;
    }

    /** Months for which personal data of a kind are kept after their purpose has ended; empty if always. */
    public OptionalInt monthsKept(SubjectKind kind) {
        return retention == null ? OptionalInt.empty() : retention.months(kind);
    }

    /** The last day on which members correct records of their own that they made on a day. */
    public LocalDate lastDayToCorrectOwn(LocalDate recordedOn) {
        return recordedOn.plusDays(daysToCorrectOwn());
    }

    /** Days after that of recording until which members correct records of their own. */
    public int daysToCorrectOwn() {
        return ownCorrectionDays == null ? ONE_DAY : ownCorrectionDays;
    }

    /** Number of members that a decision about a team names at least; below the minimum the team is flagged. */
    public int fewestNamed() {
        return smallTeams == SmallTeams.FLAG ? 1 : minimumMembers;
    }
}
