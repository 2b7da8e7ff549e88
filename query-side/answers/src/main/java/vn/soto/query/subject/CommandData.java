package vn.soto.query.subject;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.access.Role;

/**
 * A command as the command side describes it, without words. No class of the command side is known here.
 *
 * @param fields those of its address first
 */
public record CommandData(String name, String path, List<Role> roles, List<FieldData> fields, List<RuleData> rules) {

    /** From a resource that is packaged with both sides. */
    public static final List<CommandData> ALL = read();

    private static List<CommandData> read() {
        try (InputStream file = new ClassPathResource("vn/soto/domain/commands/forms.json").getInputStream()) {
            return List.of(new JsonMapper().readValue(file, CommandData[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param of       kind of an id, or type of a choice
     * @param longest  characters of a text
     * @param least    of a number its value, of a list its items
     * @param item     of a list; without a name
     * @param fields   of a group
     * @param isNew    whether it names what the command makes
     * @param in       {@code path}, if it stands in the address
     */
    public record FieldData(
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
    public record RuleData(String rule, @Nullable String field) {}
}
