package vn.soto.query.stipend;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.stipend.StipendContent;
import vn.soto.contracts.stipend.StipendFinding;
import vn.soto.contracts.stipend.StipendLine;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementComputed;
import vn.soto.query.http.SpreadsheetTable;

/** A version of a stipend statement as a table: stamped with its pin and hash, then its lines, its sum and its findings. */
final class StatementTable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final SpreadsheetTable table = new SpreadsheetTable();
    private final Locale language;

    private StatementTable(Locale language) {
        this.language = language;
    }

    static SpreadsheetTable of(StipendStatementComputed version, StatementState state, Locale language) {
        StatementTable made = new StatementTable(language);
        made.stamp(version, state);
        made.lines(version.content());
        made.findings(version.content());
        return made.table;
    }

    private String field(String name) {
        return StipendTexts.of(name, language);
    }

    private void stamp(StipendStatementComputed version, StatementState state) {
        table.line(List.of(field("unit"), version.unit().value()));
        table.line(List.of(field("period"), version.period().toString()));
        table.line(List.of(field("version"), String.valueOf(version.version())));
        table.line(List.of(field("state"), StipendTexts.of(state, language)));
        table.line(List.of(field("pinnedTo"), String.valueOf(version.pinnedTo())));
        table.line(List.of(field("pinnedChain"), version.pinnedChain()));
        table.line(List.of(field("content"), version.hash()));
    }

    private void lines(StipendContent content) {
        table.line(Stream.of("team", "member", "months", "days", "nights", "amount", "commits")
                .map(this::field)
                .toList());
        content.lines().forEach(this::line);
        table.line(List.of(field("total"), "", "", "", "", String.valueOf(content.total()), ""));
    }

    private void line(StipendLine line) {
        table.line(List.of(
                line.team().value(),
                line.member() == null ? "" : line.member().value(),
                joined(line.months()),
                joined(line.days().stream().map(DAY::format).toList()),
                joined(line.nights().stream().map(DAY::format).toList()),
                String.valueOf(line.amount()),
                joined(line.evidence())));
    }

    private void findings(StipendContent content) {
        if (content.findings().isEmpty()) {
            return;
        }
        table.line(Stream.of("findings", "team", "member", "day", "otherTeam", "otherStatement")
                .map(this::field)
                .toList());
        content.findings().forEach(this::finding);
    }

    private void finding(StipendFinding finding) {
        LocalDate day = finding.day();
        table.line(List.of(
                StipendTexts.of(finding.kind(), language),
                finding.team().value(),
                finding.member() == null ? "" : finding.member().value(),
                day == null ? "" : DAY.format(day),
                finding.otherTeam() == null ? "" : finding.otherTeam().value(),
                finding.statement() == null ? "" : finding.statement()));
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining("; "));
    }
}
