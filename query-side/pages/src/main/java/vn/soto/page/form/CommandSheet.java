package vn.soto.page.form;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.soto.page.Addresses;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.form.FormPage.GoTo;
import vn.soto.page.form.FormPage.Outcome;
import vn.soto.page.form.FormPage.Refused;
import vn.soto.page.form.FormPage.Shown;
import vn.soto.page.form.FormState.Fault;

/**
 * The form of one command that is being filled in. Every page that shows it takes the command's description from the
 * API, one id for all sendings, and the same receipt.
 *
 * @param command as {@code /api/commands/{commandName}} describes it
 * @param key     id of the command, made when the form was opened
 */
public record CommandSheet(FormExchange asked, Part command, Typed typed, String key) {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final String COMMANDS = "/api/commands/";

    /** Parameter of a form that comes next: the form that was just recorded, as it was opened. */
    private static final String RECORDED = "_recorded";

    /** The sheet of a command that the reader may give; otherwise the refusal of its description. */
    public static Mono<Outcome> of(
            FormExchange asked, String command, Typed typed, Function<CommandSheet, Mono<Outcome>> then) {
        return asked.ask(COMMANDS + Addresses.encoded(command))
                .flatMap(answer -> answer.isProblem()
                        ? Mono.just(new Refused(answer))
                        : then.apply(new CommandSheet(asked, answer.answer(), typed, key(asked, typed))));
    }

    public CommandSheet with(Typed other) {
        return new CommandSheet(asked, command, other, other.own("_key").orElse(key));
    }

    /** The id that the form has, or a new one. */
    public static String key(FormExchange asked, Typed typed) {
        return typed.own("_key").filter(key -> KEY.matcher(key).matches()).orElseGet(asked::newId);
    }

    public PageContext page() {
        return asked.page();
    }

    /** The address of this site that follows the form. */
    public static String to(FormExchange asked, Typed typed) {
        String to = typed.own("_to").orElseGet(() -> asked.given().text("to"));
        return to.startsWith("/") && !to.startsWith("//") && to.indexOf('\\') < 0 ? to : "/";
    }

    Set<String> opened() {
        return typed.own("_step").filter(step -> step.startsWith("add:")).stream()
                .map(step -> step.substring("add:".length()))
                .collect(Collectors.toSet());
    }

    public FormState state(Map<String, Chooser> choosers, List<Fault> faults, FormState.@Nullable Preview preview) {
        return new FormState(command, key, to(asked, typed), typed, choosers, opened(), faults, preview);
    }

    /**
     * Gives the command.
     *
     * @param from address of the form, from which another may be opened
     */
    public Mono<Outcome> give(CommandBody body, String from, Function<CommandReply, Mono<Outcome>> refused) {
        return asked.give(body, key)
                .flatMap(reply -> reply.isAccepted() ? Mono.just(recorded(reply.part(), from)) : refused.apply(reply));
    }

    private Outcome recorded(Part receipt, String from) {
        String name = command.get("name").text();
        String to = to(asked, typed);
        List<String> warnings = warnings(receipt);
        if (to.startsWith("/do/") && warnings.isEmpty() && receipt.get("commit").exists()) {
            String next = Addresses.with(to, "atLeast", receipt.get("commit").text());
            return new GoTo(Addresses.with(next, RECORDED, from));
        }
        String address = Receipt.address(name, receipt, made(receipt), to, from);
        return typed.has("_told") ? new GoTo(address) : receipt(name, address, receipt, page());
    }

    /** The receipt with its warnings: said once, on the page that answers what was sent; sent again it is the same command. */
    public static Outcome receipt(String command, String address, Part receipt, PageContext page) {
        List<String> warnings = warnings(receipt);
        return warnings.isEmpty()
                ? new GoTo(address)
                : Shown.of(ReceiptPage.view(
                        Typed.read(address.substring(address.indexOf("?") + 1)), command, warnings, page));
    }

    /** The warnings of a receipt or a trial, as texts. */
    public static List<String> warnings(Part reply) {
        return reply.get("warnings").items().stream()
                .map(warning -> Stream.of("text", "detail", "code")
                        .map(warning::get)
                        .filter(Part::exists)
                        .findFirst()
                        .map(Part::text)
                        .orElse(""))
                .toList();
    }

    /** The page of what the command made. */
    private String made(Part receipt) {
        Optional<Part> field =
                command.get("fields").items().stream().filter(FormField::isMade).findFirst();
        String id = receipt.get("created").item(0).text();
        return id.isEmpty()
                ? ""
                : field.flatMap(each -> ChoiceSource.of(each.get("of").text()))
                        .filter(source -> !source.one().isEmpty())
                        .map(source -> Addresses.page(source.one().replace("{id}", Addresses.encoded(id))))
                        .orElse("");
    }

    /** The id of a further command of a form, which is always the same for the form. */
    public static String derived(String key, String step) {
        UUID hash = UUID.nameUUIDFromBytes((step + key).getBytes(StandardCharsets.UTF_8));
        long high =
                (UUID.fromString(key).getMostSignificantBits() & ~0xFFFL) | (hash.getMostSignificantBits() & 0xFFFL);
        return new UUID(high, hash.getLeastSignificantBits()).toString();
    }

    /** The values that a field of the command accepts, by the field's path; of a list those of its items. */
    public List<Part> values(String path) {
        List<Part> fields = command.get("fields").items();
        List<Part> values = List.of();
        for (String name : path.split("\\.", -1)) {
            Optional<Part> field = fields.stream()
                    .filter(each -> each.get("name").text().equals(name))
                    .map(each -> each.get("item").exists() ? each.get("item") : each)
                    .findFirst();
            values = field.map(each -> each.get("values").items()).orElse(List.of());
            fields = field.map(each -> each.get("fields").items()).orElse(List.of());
        }
        return values;
    }
}
