package vn.soto.query.stipend;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.stipend.StipendContent;
import vn.soto.contracts.stipend.StipendDifference;
import vn.soto.contracts.stipend.StipendFinding;
import vn.soto.contracts.stipend.StipendLine;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementComputed;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.query.event.EventNames;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.stipend.StatementHistory.Version;
import vn.soto.query.stipend.StipendView.ComputedVersion;
import vn.soto.query.stipend.StipendView.Difference;
import vn.soto.query.stipend.StipendView.EvidenceEntry;
import vn.soto.query.stipend.StipendView.EvidencePage;
import vn.soto.query.stipend.StipendView.Finding;
import vn.soto.query.stipend.StipendView.StatementLine;
import vn.soto.query.stipend.StipendView.StatementSummary;
import vn.soto.query.stipend.StipendView.StipendApproval;

/** Makes views of stipend statements. */
@Component
record StipendViews(StipendStatements statements, CommitReasons reasons, LedgerReader ledger) {

    private static final String TEAM = "team:";

    /** Entries of a list from one on. */
    record Part(int from, int limit) {

        <T> List<T> of(List<T> all) {
            return all.subList(Math.min(from, all.size()), end(all.size()));
        }

        private int end(int size) {
            return (int) Math.min((long) from + limit, size);
        }

        /** {@code from} of the next page; none on the last. */
        @Nullable
        Integer next(int size) {
            return end(size) < size ? (Integer) end(size) : null;
        }
    }

    StatementSummary summary(Version latest, StatementHistory history, Locale language) {
        StipendPeriod period = latest.computed().period();
        return new StatementSummary(
                latest.id(),
                period.toString(),
                period.firstDay(),
                period.lastDay(),
                people(latest.computed().content()),
                version(latest, history, language));
    }

    StipendView view(Version version, StatementHistory history, Part part, Locale language) {
        StipendStatementComputed computed = version.computed();
        StipendContent content = computed.content();
        return new StipendView(
                version.id(),
                computed.unit(),
                computed.period().toString(),
                computed.period().firstDay(),
                computed.period().lastDay(),
                computed.version(),
                history.state(version),
                computed.hash(),
                statements.matches(version),
                computed.pinnedTo(),
                computed.pinnedChain(),
                content.policies(),
                content.total(),
                people(content),
                part.of(content.lines()).stream().map(StipendViews::line).toList(),
                part.next(content.lines().size()),
                content.findings().stream()
                        .map(found -> finding(found, language))
                        .toList(),
                content.amends(),
                content.differences().stream().map(StipendViews::difference).toList(),
                history.versions().stream()
                        .map(each -> version(each, history, language))
                        .toList());
    }

    private static @Nullable Integer people(StipendContent content) {
        OptionalInt people = content.people();
        return people.isPresent() ? (Integer) people.getAsInt() : null;
    }

    static StatementLine line(StipendLine line) {
        return new StatementLine(
                line.team(),
                line.member(),
                line.months().stream().map(YearMonth::toString).toList(),
                line.days(),
                line.nights(),
                line.amount(),
                line.evidence().size());
    }

    private static Finding finding(StipendFinding found, Locale language) {
        return new Finding(
                found.kind(),
                StipendTexts.of(found.kind(), language),
                found.team(),
                found.member(),
                found.day(),
                found.otherTeam(),
                found.statement());
    }

    private static Difference difference(StipendDifference difference) {
        return new Difference(difference.team(), difference.member(), difference.before(), difference.after());
    }

    private ComputedVersion version(Version version, StatementHistory history, Locale language) {
        StipendStatementComputed computed = version.computed();
        CommitReasons.Shown reason = reasons.of(version.commit(), language);
        return new ComputedVersion(
                computed.version(),
                history.state(version),
                computed.hash(),
                computed.content().total(),
                computed.content().findings().size(),
                version.commit().number(),
                version.commit().at(),
                computed.by(),
                reason,
                history.approval(version)
                        .map(approval -> new StipendApproval(
                                approval.approved().by(),
                                approval.commit().at(),
                                approval.commit().number()))
                        .orElse(null));
    }

    /** @param lines those of the version whose evidence is asked for */
    EvidencePage evidence(Version version, Stream<StipendLine> lines, Part part) {
        record Behind(StipendLine line, long commit) {}

        List<Behind> all = lines.flatMap(line -> line.evidence().stream().map(commit -> new Behind(line, commit)))
                .toList();
        List<Behind> page = part.of(all);
        Map<Long, Commit> commits =
                ledger
                        .readAt(page.stream()
                                .map(Behind::commit)
                                .distinct()
                                .sorted()
                                .toList())
                        .stream()
                        .filter(Commit.class::isInstance)
                        .map(Commit.class::cast)
                        .collect(Collectors.toMap(Commit::number, Function.identity()));
        return new EvidencePage(
                version.id(),
                version.computed().unit(),
                version.computed().period().toString(),
                version.computed().version(),
                version.computed().hash(),
                all.size(),
                page.stream()
                        .filter(behind -> commits.containsKey(behind.commit))
                        .map(behind -> entry(behind.line, Objects.requireNonNull(commits.get(behind.commit))))
                        .toList(),
                part.next(all.size()));
    }

    private static EvidenceEntry entry(StipendLine line, Commit commit) {
        return new EvidenceEntry(
                line.team(),
                line.member(),
                commit.number(),
                commit.at(),
                commit.actor(),
                commit.events().stream()
                        .filter(event -> event.tags().contains(TEAM + line.team()))
                        .map(event -> EventNames.of(event.type()))
                        .distinct()
                        .toList());
    }
}
