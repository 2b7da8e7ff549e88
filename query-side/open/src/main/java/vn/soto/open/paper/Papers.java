package vn.soto.open.paper;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.report.UnitReportEvent.UnitReportSubmitted;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementComputed;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.open.OpenSettings;
import vn.soto.open.paper.PaperCode.Named;
import vn.soto.open.quarter.OpenUnitNames;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.query.report.AcceptedReports;
import vn.soto.query.stipend.StipendStatements;
import vn.soto.query.team.Teams;
import vn.soto.web.PaperCodes;

/** Finds the version of a report or of a payment list by the code on its last sheet, in the ledger. Thread-safe. */
@Component
public final class Papers implements PaperCodes {

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final AcceptedReports reports;
    private final StipendStatements payments;
    private final Teams teams;
    private final OpenUnitNames names;
    private final OpenSettings settings;
    private final PaperCode code;

    Papers(
            LedgerReader ledger,
            EventCodec codec,
            AcceptedReports reports,
            StipendStatements payments,
            Teams teams,
            OpenUnitNames names,
            OpenSettings settings,
            PersonalDataReader secrets) {
        this.ledger = ledger;
        this.codec = codec;
        this.reports = reports;
        this.payments = payments;
        this.teams = teams;
        this.names = names;
        this.settings = settings;
        this.code = new PaperCode(secrets.secret("paper-code"));
    }

    /** A version that was printed. */
    private sealed interface Printed {}

    private record Report(Reporter reporter, Quarter quarter, int version, String hash) implements Printed {}

    private record Payments(StipendStatementComputed computed) implements Printed {}

    @Override
    public Optional<String> of(long commit) {
        return settings.enabled()
                ? ledger.commit(commit)
                        .filter(found -> printed(found).isPresent())
                        .map(found -> code.of(Named.of(found.number(), found.chain())))
                : Optional.empty();
    }

    /** @param typed code, as somebody read it from the sheet */
    public Optional<FoundPaper> find(String typed, long asOf) {
        return code.read(typed)
                .filter(named -> named.commit() > 0 && named.commit() <= asOf)
                .flatMap(named -> ledger.commit(named.commit())
                        .filter(commit ->
                                Named.of(commit.number(), commit.chain()).equals(named)))
                .flatMap(commit -> printed(commit).map(version -> found(commit, version, asOf)));
    }

    private Optional<Printed> printed(Commit commit) {
        return commit.events().stream()
                .map(event -> printed(codec.decode(event.type(), event.payload())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Printed> printed(Object event) {
        return switch (event) {
            case QuarterlyReportSubmitted of -> report(Reporter.of(of.team()), of.quarter(), of.version(), of.hash());
            case UnitReportSubmitted of -> report(Reporter.of(of.unit()), of.quarter(), of.version(), of.hash());
            case StipendStatementComputed computed -> Optional.of(new Payments(computed));
            default -> Optional.empty();
        };
    }

    /** A version from before reports were accepted has no hash, and its paper no code. */
    private static Optional<Printed> report(Reporter reporter, Quarter quarter, int version, @Nullable String hash) {
        return Optional.ofNullable(hash).map(of -> new Report(reporter, quarter, version, of));
    }

    private FoundPaper found(Commit commit, Printed version, long asOf) {
        LocalDate day = VietnamTime.day(commit.at());
        return switch (version) {
            case Report of ->
                new FoundPaper(
                        "report",
                        name(of.reporter, day, asOf),
                        of.quarter.toString(),
                        of.version,
                        day,
                        of.hash,
                        reports.latest(of.reporter, of.quarter, asOf) > of.version);
            case Payments(StipendStatementComputed of) ->
                new FoundPaper(
                        "payments",
                        names.on(day, of.unit().value(), asOf),
                        of.period().toString(),
                        of.version(),
                        day,
                        of.hash(),
                        payments.latest(of.unit(), of.period(), asOf) > of.version());
        };
    }

    private String name(Reporter reporter, LocalDate day, long asOf) {
        return switch (reporter.level()) {
            case TEAM ->
                teams.on(reporter.id(), day, asOf)
                        .map(team -> team.card().name())
                        .orElse("");
            case UNIT -> names.on(day, reporter.id(), asOf);
        };
    }
}
