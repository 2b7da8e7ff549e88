package vn.soto.page.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import vn.soto.page.PageContext;

/**
 * The answer to a batch of commands.
 *
 * @param results of its lines in their order; one alone if the batch as a whole was refused, or if no answer came
 */
public record BatchReply(List<JsonNode> results) {

    /** Whether no answer came: its commands may be recorded, and are sent again with their ids. */
    public boolean isUnknown() {
        return results.stream().anyMatch(result -> is(result, Commands.UNKNOWN));
    }

    /** Number of commands that this batch recorded, or one before. */
    public long recorded() {
        return results.stream().filter(BatchReply::isRecorded).count();
    }

    /** Whether this batch recorded a command. */
    boolean isNews() {
        return results.stream().anyMatch(result -> is(result, "done"));
    }

    /** The last commit of the recorded commands; 0 if there is none. */
    public long commit() {
        return results.stream()
                .filter(BatchReply::isRecorded)
                .mapToLong(result -> result.path("commit").asLong(0))
                .max()
                .orElse(0);
    }

    /** The reasons why the other commands are not recorded, by the number of the line from 0. */
    public SequencedMap<Integer, String> refusals(PageContext page) {
        SequencedMap<Integer, String> refusals = new LinkedHashMap<>();
        for (int line = 0; line < results.size(); line++) {
            if (!isRecorded(results.get(line))) {
                refusals.put(line, results.get(line).path("detail").asString(page.t("form.text.unknown")));
            }
        }
        return refusals;
    }

    private static boolean isRecorded(JsonNode result) {
        return is(result, "done") || is(result, "repeat");
    }

    private static boolean is(JsonNode result, String status) {
        return result.path("status").asString("").equals(status);
    }
}
