package vn.soto.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;

/** The rights that the sender of a request lacked, noted with the problem until the answer is complete. */
public final class RefusalNotes {

    private static final String ATTRIBUTE = RefusalNotes.class.getName();
    private static final int LACKS_A_RIGHT = 403;

    /** Kinds of refusals in one request; a batch has many lines and few kinds of refusals. */
    private static final int MOST = 200;

    private RefusalNotes() {}

    /**
     * @param operation method and address with the names of its variables
     * @param lacking   code of the problem, and the right it names
     */
    public record Note(String operation, String lacking) {}

    /** Lets requests inside this one, which begin with its attributes, note in it. */
    public static void open(ServerWebExchange exchange) {
        notes(exchange);
    }

    /** Notes a problem about a lacking right, of the request or of a part of it such as a line of a batch. */
    public static void add(Problem problem, ServerWebExchange exchange) {
        String untold = problem.lacking();
        if (untold != null || problem.status() == LACKS_A_RIGHT) {
            Map<Note, Integer> notes = notes(exchange);
            Note note = new Note(operation(exchange), untold == null ? lacking(problem) : untold);
            if (notes.size() < MOST || notes.containsKey(note)) {
                notes.merge(note, 1, Integer::sum);
            }
        }
    }

    /** The right that a question asks for, or what a command's rule names first: the role that is held, or the command. */
    static String lacking(Problem problem) {
        Object named = problem.properties().get("right");
        if (named == null
                && problem.properties().get("arguments") instanceof List<?> arguments
                && !arguments.isEmpty()) {
            named = arguments.getFirst();
        }
        return named == null ? problem.code() : problem.code() + " " + named;
    }

    private static String operation(ServerWebExchange exchange) {
        PathPattern pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String method = exchange.getRequest().getMethod().name();
        return pattern == null ? method : method + " " + pattern.getPatternString();
    }

    /** The notes of a request and how often each of them was made. */
    public static Map<Note, Integer> of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE) instanceof Notes notes ? Map.copyOf(notes.counts) : Map.of();
    }

    private static Map<Note, Integer> notes(ServerWebExchange exchange) {
        exchange.getAttributes().putIfAbsent(ATTRIBUTE, new Notes(new ConcurrentHashMap<>()));
        return exchange.<Notes>getRequiredAttribute(ATTRIBUTE).counts;
    }

    private record Notes(Map<Note, Integer> counts) {}
}
