package vn.soto.contracts.stipend;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.CanonicalContent;
import vn.soto.contracts.team.MemberId;

/**
 * The content of a version of a statement.
 *
 * @param policies    versions of the rates that apply, ascending
 * @param lines       in the order of teams and members; a team's own line is the first
 * @param findings    in the same order
 * @param total       sum of the lines, whole đồng
 * @param amends      number of the version before, which this one replaces; absent in version 1
 * @param differences lines whose amount differs from the version before; none in version 1
 */
public record StipendContent(
        List<Integer> policies,
        List<StipendLine> lines,
        List<StipendFinding> findings,
        long total,
        @Nullable Integer amends,
        List<StipendDifference> differences) {

    public StipendContent {
        policies = List.copyOf(policies);
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
        differences = List.copyOf(differences);
    }

    /** Of lines and findings, without a version before. */
    public static StipendContent of(List<Integer> policies, List<StipendLine> lines, List<StipendFinding> findings) {
        long total = lines.stream().mapToLong(StipendLine::amount).sum();
        return new StipendContent(policies, lines, findings, total, null, List.of());
    }

    /** The same as a further version, with the difference from the one before. */
    public StipendContent amending(int version, StipendContent before) {
        TreeMap<String, StipendLine> earlier = byPayee(before);
        TreeMap<String, StipendLine> now = byPayee(this);
        TreeSet<String> payees = new TreeSet<>(earlier.keySet());
        payees.addAll(now.keySet());
        List<StipendDifference> changed = payees.stream()
                .flatMap(payee -> difference(earlier.get(payee), now.get(payee)))
                .toList();
        return new StipendContent(policies, lines, findings, total, version, changed);
    }

    /** Number of persons with a line, each once of however many teams; empty where it pays teams alone and says nothing of persons. */
    public OptionalInt people() {
        Set<MemberId> people =
                lines.stream().flatMap(line -> Stream.ofNullable(line.member())).collect(Collectors.toSet());
        return people.isEmpty() && !lines.isEmpty() ? OptionalInt.empty() : OptionalInt.of(people.size());
    }

    /** Whether it says the same, whatever versions were before. */
    public boolean saysTheSame(StipendContent other) {
        return policies.equals(other.policies) && lines.equals(other.lines) && findings.equals(other.findings);
    }

    /** The lines, findings and differences of some members, with the sum of these lines. */
    StipendContent concerning(Predicate<MemberId> members) {
        List<StipendLine> own = lines.stream()
                .filter(line -> line.member() != null && members.test(line.member()))
                .toList();
        return new StipendContent(
                policies,
                own,
                findings.stream()
                        .filter(found -> found.member() != null && members.test(found.member()))
                        .toList(),
                own.stream().mapToLong(StipendLine::amount).sum(),
                amends,
                differences.stream()
                        .filter(each -> each.member() != null && members.test(each.member()))
                        .toList());
    }

    private static TreeMap<String, StipendLine> byPayee(StipendContent content) {
        return content.lines.stream()
                .collect(Collectors.toMap(
                        line -> line.team() + " " + (line.member() == null ? "" : line.member()),
                        line -> line,
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Stream<StipendDifference> difference(@Nullable StipendLine before, @Nullable StipendLine after) {
        StipendLine known = after == null ? before : after;
        long paid = before == null ? 0 : before.amount();
        long due = after == null ? 0 : after.amount();
        return known == null || paid == due
                ? Stream.empty()
                : Stream.of(new StipendDifference(known.team(), known.member(), paid, due));
    }

    void write(CanonicalContent to) {
        to.list(policies, (each, version) -> each.number(version))
                .list(lines, StipendContent::write)
                .list(findings, StipendContent::write)
                .number(total)
                .optional(amends, (each, number) -> each.number(number))
                .list(differences, StipendContent::write);
    }

    private static void write(CanonicalContent to, StipendLine line) {
        to.text(line.team().value())
                .optional(line.member(), (each, member) -> each.text(member.value()))
                .list(line.months(), StipendContent::text)
                .list(line.days(), StipendContent::text)
                .list(line.nights(), StipendContent::text)
                .number(line.amount())
                .list(line.evidence(), CanonicalContent::number);
    }

    private static void write(CanonicalContent to, StipendFinding finding) {
        to.text(finding.kind().name())
                .text(finding.team().value())
                .optional(finding.member(), (each, member) -> each.text(member.value()))
                .optional(finding.day(), StipendContent::text)
                .optional(finding.otherTeam(), (each, team) -> each.text(team.value()))
                .optional(finding.statement(), CanonicalContent::text);
    }

    private static void write(CanonicalContent to, StipendDifference difference) {
        to.text(difference.team().value())
                .optional(difference.member(), (each, member) -> each.text(member.value()))
                .number(difference.before())
                .number(difference.after());
    }

    private static void text(CanonicalContent to, Object time) {
        to.text(time.toString());
    }
}
