package vn.soto.testkit.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Guard;

/**
 * An operation as a line of ASCII words, so that processes can hand it over by their output:
 * {@code history <kind> <client> <invoked> <returned> ... end}. Nothing is written as {@code -}.
 */
final class OperationLine {

    private static final String START = "history ";
    private static final String END = " end";
    private static final String NOTHING = "-";

    private OperationLine() {}

    static String write(Operation operation) {
        String rest = switch (operation) {
            case Operation.Append append -> attempt(append.attempt()) + " " + outcome(append.outcome());
            case Operation.TailRead read -> read.number() + " " + read.chain();
            case Operation.CommitRead read -> read.number() + " " + (read.seen() == null ? NOTHING : seen(read.seen()));
            case Operation.HeadRead read -> text(read.aggregate()) + " " + read.head();
        };
        return START + operation.getClass().getSimpleName() + " " + text(operation.client()) + " " + operation.invoked()
                + " " + operation.returned() + " " + rest + END;
    }

    /** Empty for a line of anything else, and for one that was cut off. */
    static Optional<Operation> parse(String line) {
        if (!line.startsWith(START) || !line.endsWith(END)) {
            return Optional.empty();
        }
        LineTokens words = new LineTokens(line.substring(START.length(), line.length() - END.length()));
        String kind = words.next();
        String client = words.text();
        long invoked = words.number();
        long returned = words.number();
        return Optional.of(
                switch (kind) {
                    case "Append" -> new Operation.Append(client, invoked, returned, attempt(words), outcome(words));
                    case "TailRead" -> new Operation.TailRead(client, invoked, returned, words.number(), words.hash());
                    case "CommitRead" ->
                        new Operation.CommitRead(client, invoked, returned, words.number(), seenOrNot(words));
                    case "HeadRead" -> new Operation.HeadRead(client, invoked, returned, words.text(), words.number());
                    default -> throw new IllegalArgumentException("unknown operation: " + line);
                });
    }

    private static String attempt(Attempt attempt) {
        String guards = attempt.guards().stream()
                .map(guard -> text(guard.aggregate()) + "@" + guard.head())
                .collect(Collectors.joining(","));
        return attempt.id() + " " + (attempt.command() == null ? NOTHING : attempt.command()) + " " + attempt.content()
                + " " + (guards.isEmpty() ? NOTHING : guards);
    }

    private static Attempt attempt(LineTokens words) {
        return new Attempt(words.uuid(), words.is(NOTHING) ? null : words.uuid(), words.hash(), guards(words));
    }

    private static List<Guard> guards(LineTokens words) {
        if (words.is(NOTHING)) {
            return List.of();
        }
        return Arrays.stream(words.next().split(",", -1))
                .map(word -> word.split("@", 2))
                .map(parts -> new Guard(URLDecoder.decode(parts[0], UTF_8), Long.parseLong(parts[1])))
                .toList();
    }

    private static String outcome(OperationOutcome outcome) {
        return switch (outcome) {
            case OperationOutcome.Acknowledged acknowledged -> "acknowledged " + seen(acknowledged.commit());
            case OperationOutcome.Refused refused -> "refused " + refused.kind();
            case OperationOutcome.Repeated repeated -> "repeated";
            case OperationOutcome.Uncertain uncertain -> "uncertain";
        };
    }

    private static OperationOutcome outcome(LineTokens words) {
        String kind = words.next();
        return switch (kind) {
            case "acknowledged" -> new OperationOutcome.Acknowledged(seen(words));
            case "refused" -> new OperationOutcome.Refused(words.next());
            case "repeated" -> new OperationOutcome.Repeated();
            case "uncertain" -> new OperationOutcome.Uncertain();
            default -> throw new IllegalArgumentException("unknown outcome: " + kind);
        };
    }

    private static String seen(ObservedCommit seen) {
        return seen.number() + " " + seen.id() + " " + seen.content() + " " + seen.chain();
    }

    private static ObservedCommit seen(LineTokens words) {
        return new ObservedCommit(words.number(), words.uuid(), words.hash(), words.hash());
    }

    private static @Nullable ObservedCommit seenOrNot(LineTokens words) {
        return words.is(NOTHING) ? null : seen(words);
    }

    private static String text(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
