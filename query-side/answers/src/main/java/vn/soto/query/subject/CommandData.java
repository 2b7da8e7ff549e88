package vn.soto.query.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.Role;

/**
 * A command as the command side describes it, without words.
 *
 * @param fields those of its address first
 */
record CommandData(String name, String path, List<Role> roles, List<FieldData> fields, List<RuleData> rules) {

    /**
     * @param of       kind of an id, or type of a choice
     * @param longest  characters of a text
     * @param least    of a number its value, of a list its items
     * @param item     of a list; without a name
     * @param fields   of a group
     * @param isNew    whether it names what the command makes
     * @param in       {@code path}, if it stands in the address
     */
    record FieldData(
            @Nullable String name,
            String type,
            @Nullable String of,
            @Nullable List<String> values,
            @Nullable Boolean personal,
            @Nullable Integer longest,
            @Nullable Integer least,
            @Nullable Integer most,
            @Nullable Boolean distinct,
            @Nullable FieldData item,
            @Nullable List<FieldData> fields,
            @JsonProperty("new") @Nullable Boolean isNew,
            @Nullable Boolean required,
            @Nullable String in) {}

    /** @param field path of the field that the rule is about; absent if it is about none or several */
    record RuleData(String rule, @Nullable String field) {}
}
