package vn.soto.query.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.Role;

/**
 * A command in the reader's language: what a form needs. Whether the reader may give it about something is told where that is shown,
 * and decided when it is given.
 *
 * @param roles  that may give it; its rules say where
 * @param fields those of its address first
 * @param rules  that may refuse it
 */
record CommandForm(
        String name,
        String title,
        String method,
        String path,
        List<Role> roles,
        List<FormField> fields,
        List<FormRule> rules) {

    /**
     * @param name     absent, like the label, for the item of a list
     * @param type     {@code text}, {@code id}, {@code choice}, {@code day}, {@code time}, {@code month}, {@code quarter}, {@code
     *                 number}, {@code truth}, {@code subject}, {@code uuid}, {@code list} or {@code group}
     * @param of       kind of an id, or type of a choice
     * @param isNew    true for the id of what the command makes: left out, it is made from the command's; otherwise absent
     * @param personal whether it is sealed on arrival and never shown as sent
     * @param longest  most characters of a text
     * @param least    smallest number, or fewest items of a list
     * @param most     largest number, or most items of a list
     * @param values   of a choice, in the order in which they are offered
     * @param item     of a list
     * @param fields   of a group
     * @param in       {@code path}, if it stands in the address
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FormField(
            @Nullable String name,
            @Nullable String label,
            String type,
            @Nullable String of,
            @JsonProperty("new") @Nullable Boolean isNew,
            boolean required,
            boolean personal,
            @Nullable String hint,
            @Nullable Integer longest,
            @Nullable Integer least,
            @Nullable Integer most,
            @Nullable List<FormValue> values,
            @Nullable FormField item,
            @Nullable List<FormField> fields,
            @Nullable String in) {}

    /** @param value as a request writes it */
    record FormValue(String value, String text) {}

    /**
     * @param text  text of the rule; values that it depends on are left open
     * @param field path of the field at which a form shows the refusal; absent if it is about none or several
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FormRule(String rule, String text, @Nullable String field) {}
}
