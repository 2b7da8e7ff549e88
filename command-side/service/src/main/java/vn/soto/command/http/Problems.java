package vn.soto.command.http;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import vn.soto.command.batch.BatchTooLargeException;
import vn.soto.command.batch.CommandBatch;
import vn.soto.command.batch.DependsOnFailedLineException;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.binding.NotAllowedException;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.command.dispatch.CommandIdReusedException;
import vn.soto.command.dispatch.ConflictException;
import vn.soto.domain.DomainModel;
import vn.soto.domain.reach.OutOfReachException;
import vn.soto.domain.reach.ReachRule;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.events.EventException;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.WriteFault;
import vn.soto.plans.PlanIdReusedException;
import vn.soto.plans.imports.DryRunReport;
import vn.soto.plans.imports.InvalidRowsException;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.InvalidFileException;
import vn.soto.plans.imports.table.TablePlace;
import vn.soto.web.HeavyWork;
import vn.soto.web.Localized;
import vn.soto.web.Problem;
import vn.soto.web.ProblemException;
import vn.soto.web.ProblemTexts;
import vn.soto.web.Vocabulary;

/** Translates failures of the command side to problems with a remedy. */
public final class Problems {

    private static final ProblemTexts TEXTS = new ProblemTexts(Stream.concat(
                    Stream.of("vn.soto.command.http.problems", "vn.soto.plans.imports.findings", HeavyWork.BUNDLE),
                    DomainModel.texts().stream())
            .toList());
    private static final Duration SOON = Duration.ofSeconds(1);

    private Problems() {}

    /** The texts of these problems, including those of rules and of findings in files. */
    public static ProblemTexts texts() {
        return TEXTS;
    }

    static Problem of(Throwable error) {
        return switch (error) {
            case RuleViolatedException refused -> refused(refused);
            case RefusedFieldException refused -> of(refused.refusal()).with("field", refused.field());
            case OutOfReachException hidden -> absent(hidden).lacking(of(hidden.refusal()));
            case NotFoundException absent -> absent(absent);
            case NotAllowedException denied -> Problem.of(403, "not-allowed");
            case InvalidFieldException bad -> badInput(bad);
            case InvalidFileException file -> invalidFile(file);
            case InvalidRowsException rows -> wrongRows(rows.report());
            case PlanIdReusedException reused ->
                Problem.of(409, "command-id-reused").with("plan", reused.plan().value());
            case CommandIdReusedException reused ->
                Problem.of(409, "command-id-reused").with("command", reused.command());
            case AlreadyExistsException exists -> Problem.of(409, "already-exists");
            case BatchTooLargeException batch ->
                Problem.of(413, "batch-too-large", CommandBatch.MOST_LINES, CommandBatch.MOST_BYTES >> 20)
                        .with("lines", CommandBatch.MOST_LINES);
            case DependsOnFailedLineException held ->
                Problem.of(503, "held-back").retryAfter(SOON);
            case ConflictException lost -> conflict();
            case LedgerException ledger -> ledger(ledger);
            case EventException.Undecodable damaged -> damaged(damaged);
            case RejectedExecutionException full ->
                Problem.of(503, "unavailable").retryAfter(SOON);
            case ProblemException found -> found.problem();
            case ResponseStatusException status -> request(status);
            default -> Problem.of(500, "broken");
        };
    }

    private static Problem absent(NotFoundException absent) {
        return Problem.of(404, "absent", absent.kind(), absent.id())
                .with("kind", absent.kind())
                .with("id", absent.id());
    }

    private static Problem refused(RuleViolatedException refused) {
        String rule = refused.rule().name();
        boolean denied = refused.rule() instanceof ReachRule;
        return Problem.of(denied ? 403 : 422, rule.toLowerCase(Locale.ROOT).replace('_', '-'))
                .titled(denied ? "not-allowed.title" : "refused.title")
                .detailed(rule, refused.arguments().toArray())
                .with("rule", rule)
                .with("arguments", refused.arguments());
    }

    private static Problem badInput(InvalidFieldException bad) {
        Problem problem = Problem.of(400, "bad-input").with("field", bad.field());
        String text = "bad-input." + bad.kind();
        return bad.allowed().isEmpty()
                ? problem.detailed(text, bad.field())
                : problem.detailed(text, bad.field(), Vocabulary.choices(bad.allowed()))
                        .with("allowed", List.copyOf(bad.allowed().keySet()));
    }

    /** The detail names the place, if the fault has one. */
    private static Problem invalidFile(InvalidFileException file) {
        Problem problem = Problem.of(422, "malformed-file").with("problem", file.code());
        Object[] arguments = file.arguments().toArray();
        return file.place()
                .map(place -> at(place, problem, locale -> TEXTS.text(file.code(), locale, arguments)))
                .orElseGet(() -> problem.detailed(file.code(), arguments));
    }

    private static Problem at(TablePlace place, Problem problem, Localized fault) {
        if (!place.part().isEmpty()) {
            return problem.with("part", place.part()).detailed("at-part", fault, place.part());
        }
        Problem placed = place.sheet().isEmpty() ? problem : problem.with("sheet", place.sheet());
        String where = place.sheet().isEmpty() ? "at" : "at-sheet";
        if (place.row() == 0) {
            return placed.detailed(where, fault, place.sheet());
        }
        Problem inRow = placed.with("row", place.row());
        return place.column() == 0
                ? inRow.detailed(where + "-row", fault, String.valueOf(place.row()), place.sheet())
                : inRow.with("column", place.letters()).detailed(where + "-cell", fault, place.cell(), place.sheet());
    }

    private static Problem wrongRows(DryRunReport report) {
        Finding first = report.findings().getFirst();
        Localized cause = locale ->
                ImportReport.Fault.of(first, report.titles(), TEXTS, locale).cause();
        Localized faults = locale -> ImportReport.of(report, TEXTS, locale).faults();
        return Problem.of(422, "malformed-file")
                .detailed("rows-wrong", report.wrong(), first.row(), cause)
                .with("kind", ImportReport.name(report.kind()))
                .with("rows", report.rows())
                .with("ready", report.ready())
                .with("repeated", report.repeated())
                .with("wrong", report.wrong())
                .with("ignoredColumns", report.ignored())
                .with("faults", faults)
                .with("more", report.more());
    }

    private static Problem conflict() {
        return Problem.of(409, "conflict").with("retryable", true).retryAfter(SOON);
    }

    private static Problem ledger(LedgerException error) {
        return switch (error) {
            case LedgerException.Unavailable unavailable -> unavailable(unavailable);
            case LedgerException.Uncertain uncertain ->
                Problem.of(503, "outcome-unknown").retryAfter(SOON);
            case LedgerException.TooLarge large -> Problem.of(413, "too-large");
            case LedgerException.CommitDamaged damaged ->
                Problem.of(503, "commit-damaged", Long.toString(damaged.commit()))
                        .with("commit", damaged.commit());
            case LedgerException.Damaged damaged ->
                Problem.of(503, damaged.fault().orElse(WriteFault.DAMAGED).code());
            case LedgerException.Conflict conflict -> conflict();
            case LedgerException.Repeated repeated -> conflict();
            case LedgerException.DuplicateEventId duplicate -> conflict();
        };
    }

    private static Problem damaged(EventException.Undecodable event) {
        return Problem.of(503, "event-unreadable", event.aggregate(), String.valueOf(event.commit()), event.event())
                .with("aggregate", event.aggregate())
                .with("commit", event.commit())
                .with("event", event.event());
    }

    /** Of the fault, where one has to be mended; the clock's says for how long. */
    private static Problem unavailable(LedgerException.Unavailable error) {
        WriteFault fault = error.fault().orElse(WriteFault.OTHER);
        Problem problem = Problem.of(503, fault.code()).retryAfter(error.retryAfter());
        if (fault != WriteFault.CLOCK_BEHIND) {
            return problem;
        }
        Duration lag = error.retryAfter();
        return lag.toHours() > 0
                ? problem.detailed("clock-behind.hours", lag.toHours(), lag.toMinutesPart())
                : problem.detailed("clock-behind.minutes", lag.toMinutesPart(), lag.toSecondsPart());
    }

    private static Problem request(ResponseStatusException error) {
        if (cause(error, DataBufferLimitException.class).isPresent()) {
            return Problem.of(413, "too-large");
        }
        return cause(error, DatabindException.class)
                .map(wrong -> new InvalidFieldException(
                        path(wrong), wrong instanceof UnrecognizedPropertyException ? "unknown" : "malformed"))
                .filter(input -> !input.field().isEmpty())
                .or(() -> cause(error, DecodingException.class).map(wrong -> new InvalidFieldException("", "json")))
                .map(Problems::badInput)
                .orElseGet(() -> Problem.of(error.getStatusCode().value(), "bad-request"));
    }

    private static <T extends Throwable> Optional<T> cause(Throwable error, Class<T> type) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static String path(DatabindException error) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : error.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
