package vn.soto.command.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import vn.soto.command.batch.Batch;
import vn.soto.command.batch.BatchTooLargeException;
import vn.soto.command.batch.DependsOnFailedLineException;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.binding.NotAllowedException;
import vn.soto.command.dispatch.AlreadyExistsException;
import vn.soto.command.dispatch.CommandIdReusedException;
import vn.soto.command.dispatch.ConflictException;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.ledger.LedgerException;
import vn.soto.plans.PlanIdReusedException;
import vn.soto.plans.imports.InvalidRowsException;
import vn.soto.plans.imports.table.Format;
import vn.soto.plans.imports.table.InvalidFileException;

/** Turns what went wrong into a problem that says what to do. */
final class Problems {

    private Problems() {}

    static Problem of(Throwable error, ProblemTexts texts, Locale locale) {
        Writer writer = new Writer(texts, locale);
        return switch (error) {
            case RuleViolatedException refused -> writer.refused(refused);
            case NotFoundException absent ->
                writer.problem(404, "absent", Map.of("kind", absent.kind(), "id", absent.id()), null);
            case NotAllowedException denied -> writer.problem(403, "not-allowed", Map.of(), null);
            case InvalidFieldException bad -> writer.badInput(bad);
            case InvalidFileException file -> writer.badFile(file.code(), file.arguments());
            case FileTooLargeException file ->
                writer.problem(
                        413,
                        "too-large",
                        texts.text("file-too-large", locale, Format.MOST_BYTES >> 20),
                        Map.of(),
                        null);
            case InvalidRowsException rows -> writer.wrongRows(rows);
            case PlanIdReusedException reused ->
                writer.problem(
                        409, "command-id-reused", Map.of("plan", reused.plan().value()), null);
            case CommandIdReusedException reused ->
                writer.problem(409, "command-id-reused", Map.of("command", reused.command()), null);
            case AlreadyExistsException exists -> writer.problem(409, "already-exists", Map.of(), null);
            case BatchTooLargeException batch -> writer.batchTooLarge();
            case DependsOnFailedLineException held -> writer.problem(503, "held-back", Map.of(), 1);
            case ConflictException lost -> writer.problem(409, "conflict", Map.of("retryable", true), 1);
            case LedgerException ledger -> writer.ledger(ledger);
            case ResponseStatusException status -> writer.request(status);
            default -> writer.problem(500, "broken", Map.of(), null);
        };
    }

    private record Writer(ProblemTexts texts, Locale locale) {

        Problem problem(int status, String code, Map<String, Object> properties, @Nullable Integer retryAfter) {
            return problem(status, code, texts.text(code + ".detail", locale), properties, retryAfter);
        }

        Problem problem(
                int status, String code, String detail, Map<String, Object> properties, @Nullable Integer retryAfter) {
            return new Problem(status, code, texts.text(code + ".title", locale), detail, properties, retryAfter);
        }

        Problem refused(RuleViolatedException refused) {
            String rule = refused.rule().name();
            String code = rule.toLowerCase(Locale.ROOT).replace('_', '-');
            return new Problem(
                    422,
                    code,
                    texts.text("refused.title", locale),
                    texts.text(rule, locale, refused.arguments().toArray()),
                    Map.of("rule", rule, "arguments", refused.arguments()),
                    null);
        }

        Problem badInput(InvalidFieldException bad) {
            String detail = texts.text("bad-input." + bad.kind(), locale, bad.field());
            return problem(400, "bad-input", detail, Map.of("field", bad.field()), null);
        }

        Problem batchTooLarge() {
            String detail = texts.text("batch-too-large.detail", locale, Batch.MOST_LINES, Batch.MOST_BYTES >> 20);
            return problem(413, "batch-too-large", detail, Map.of("lines", Batch.MOST_LINES), null);
        }

        Problem badFile(String code, List<Object> arguments) {
            String detail = texts.text(code, locale, arguments.toArray());
            return problem(400, "malformed-file", detail, Map.of("problem", code), null);
        }

        Problem wrongRows(InvalidRowsException rows) {
            ImportReport report = ImportReport.of(rows.report(), texts, locale);
            ImportReport.Fault first = report.faults().getFirst();
            String detail = texts.text("rows-wrong", locale, report.wrong(), first.row(), first.cause());
            return problem(422, "malformed-file", detail, report.members(), null);
        }

        Problem ledger(LedgerException error) {
            return switch (error) {
                case LedgerException.Unavailable unavailable ->
                    problem(503, "unavailable", Map.of(), (int)
                            Math.max(1, unavailable.retryAfter().toSeconds()));
                case LedgerException.Uncertain uncertain -> problem(503, "outcome-unknown", Map.of(), 1);
                case LedgerException.TooLarge large -> problem(413, "too-large", Map.of(), null);
                case LedgerException.Damaged damaged -> problem(503, "ledger-damaged", Map.of(), null);
                case LedgerException.Conflict conflict -> problem(409, "conflict", Map.of("retryable", true), 1);
                case LedgerException.Repeated repeated -> problem(409, "conflict", Map.of("retryable", true), 1);
                case LedgerException.DuplicateEventId duplicate ->
                    problem(409, "conflict", Map.of("retryable", true), 1);
            };
        }

        Problem request(ResponseStatusException error) {
            if (cause(error, DataBufferLimitException.class).isPresent()) {
                return problem(413, "too-large", Map.of(), null);
            }
            Optional<InvalidFieldException> bad = cause(error, DatabindException.class)
                    .map(wrong -> new InvalidFieldException(
                            path(wrong), wrong instanceof UnrecognizedPropertyException ? "unknown" : "malformed"))
                    .filter(input -> !input.field().isEmpty())
                    .or(() ->
                            cause(error, DecodingException.class).map(wrong -> new InvalidFieldException("", "json")));
            if (bad.isPresent()) {
                return badInput(bad.get());
            }
            return problem(error.getStatusCode().value(), "bad-request", Map.of(), null);
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
}
