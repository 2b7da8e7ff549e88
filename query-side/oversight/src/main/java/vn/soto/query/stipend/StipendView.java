package vn.soto.query.stipend;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.stipend.StipendFindingKind;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A version of a unit's stipend statement. Amounts are whole đồng.
 *
 * @param content     hash of what it says: what an approval names
 * @param matches     whether the ledger is the one to which it is pinned, and its content has that hash
 * @param pinnedTo    number of the last commit that was read
 * @param policies    versions of the rates that apply
 * @param people      persons with a line, each once; absent where only teams are paid
 * @param lines       those from {@code from} on
 * @param next        {@code from} of the next page; absent on the last
 * @param amends      number of the version that it replaces; absent in version 1
 * @param differences lines whose amount differs from that version
 * @param versions    all of them, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StipendView(
        @IdOf(IdKind.STATEMENT) String statement,
        UnitId unit,
        String period,
        LocalDate firstDay,
        LocalDate lastDay,
        int version,
        StatementState state,
        String content,
        boolean matches,
        long pinnedTo,
        String pinnedChain,
        List<Integer> policies,
        long total,
        @Nullable Integer people,
        List<StatementLine> lines,
        @Nullable Integer next,
        List<Finding> findings,
        @Nullable Integer amends,
        List<Difference> differences,
        List<ComputedVersion> versions) {

    /**
     * @param member  absent where the lump sum goes to the team
     * @param months  months that count, such as 2026-09
     * @param commits number of the commits behind it, which the evidence lists
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StatementLine(
            TeamId team,
            @Nullable MemberId member,
            List<String> months,
            List<LocalDate> days,
            List<LocalDate> nights,
            long amount,
            int commits) {}

    /**
     * @param text           the finding as a sentence in the reader's language
     * @param otherTeam      team in which the member acts too; absent if there is none
     * @param otherStatement statement that pays the same, unit and period; absent if there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Finding(
            StipendFindingKind kind,
            String text,
            TeamId team,
            @Nullable MemberId member,
            @Nullable LocalDate day,
            @Nullable TeamId otherTeam,
            @IdOf(IdKind.STATEMENT) @Nullable String otherStatement) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Difference(TeamId team, @Nullable MemberId member, long before, long after) {}

    /** @param approval absent while nobody has approved it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ComputedVersion(
            int version,
            StatementState state,
            String content,
            long total,
            int findings,
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            @Doer String by,
            @JsonUnwrapped CommitReasons.Shown reason,
            @Nullable StipendApproval approval) {}

    record StipendApproval(
            @Doer String by,
            Instant at,
            @IdOf(IdKind.COMMIT) long commit) {}

    /**
     * A statement in a list.
     *
     * @param period a month such as 2026-09, or a quarter such as 2026-Q3
     * @param people persons with a line, each once; absent where only teams are paid
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StatementSummary(
            @IdOf(IdKind.STATEMENT) String statement,
            String period,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable Integer people,
            ComputedVersion latest) {}

    /**
     * The commits behind the lines, in the order of these.
     *
     * @param count   number of entries on all pages
     * @param entries those from {@code from} on; without damaged commits
     * @param next    {@code from} of the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EvidencePage(
            @IdOf(IdKind.STATEMENT) String statement,
            UnitId unit,
            String period,
            int version,
            String content,
            int count,
            List<EvidenceEntry> entries,
            @Nullable Integer next) {}

    /** @param events stored names of the commit's events about the team */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EvidenceEntry(
            TeamId team,
            @Nullable MemberId member,
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            @Doer String who,
            List<String> events) {}
}
