package vn.soto.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.soto.web.Vocabulary;

/**
 * The context of all templates, besides the answers they show.
 *
 * @param address     address of the page with all its parameters
 * @param options     parameters of the page alone, with their values
 * @param me          answer of {@code /api/me}: who reads, and where they go first
 * @param preferences language, size and colours
 * @param assets      path under which scripts and styles are served
 * @param site        scheme and host by which the reader reached the page
 */
public record PageContext(
        String address,
        Map<String, String> options,
        ApiAnswer me,
        Preferences preferences,
        String assets,
        String site) {

    /** An option that no address has: the page answers a form that was sent. */
    public static final String SENT = "";

    /** An id of which a sentence has the last digits, as it has no name. */
    private static final Pattern SHORTENED = Pattern.compile(" …[0-9a-f]{6}\\b");

    /** Whoever holds a right and is no member; without a name they have only an id. */
    private static final String HOLDER = "holder";

    /** Parameters of questions that say where a page of entries begins. */
    private static final List<String> PAGING = List.of("before", "from");

    public Locale language() {
        return preferences.language();
    }

    /** Whether somebody is signed in. */
    public boolean isSomebody() {
        return !me.isProblem();
    }

    public boolean isEnglish() {
        return language().equals(Locale.ENGLISH);
    }

    /** A text in the reader's language. */
    public String t(String key, Object... arguments) {
        return PageTexts.in(language()).text(key, arguments);
    }

    public Formats format() {
        return Formats.in(language());
    }

    /** The name of a component of an answer. */
    public String word(ApiAnswer answer, String field) {
        return PageWords.field(answer.question(), field, language());
    }

    public String option(String name) {
        return options.getOrDefault(name, "");
    }

    /** The address of this page with a parameter set to a value; with an empty value without it. */
    public String with(String name, String value) {
        return Addresses.with(address, name, value);
    }

    /**
     * The key under which a browser keeps the values typed into a form: the account, and the address at which the form
     * was opened.
     */
    public String draft(String form) {
        return account() + " " + form;
    }

    /** Whether the page is the answer to a form that was sent, with all that was typed into it. */
    public boolean isSent() {
        return options.containsKey(SENT);
    }

    /** The moment asked about, as the address says it; empty for now. */
    public String asOf() {
        return parameter("asOf");
    }

    public String parameter(String name) {
        return Addresses.parameter(address, name);
    }

    /** An address of another page as of the same moment, in the same boundaries, by the same days. */
    public String to(String path) {
        String to = path;
        for (String travelling : List.of("asOf", "boundaries", "days")) {
            if (!parameter(travelling).isEmpty()) {
                to = Addresses.with(to, travelling, parameter(travelling));
            }
        }
        return to;
    }

    /** A further question as of the moment of this page. */
    public String known(String question) {
        return asOf().isEmpty() ? question : Addresses.with(question, "asOf", asOf());
    }

    /** The address of this page with what comes after an answer; empty if nothing does. */
    public String next(ApiAnswer last) {
        String href = last.links().at("next/href").text();
        return PAGING.stream()
                .filter(name -> !Addresses.parameter(href, name).isEmpty())
                .findFirst()
                .map(name -> with(name, Addresses.parameter(href, name)))
                .orElse("");
    }

    /** The address of this page with the first of its entries; empty if it has them. The day from which on is none. */
    public String firstPage() {
        return PAGING.stream()
                .filter(name -> !parameter(name).isEmpty() && !parameter(name).contains("-"))
                .findFirst()
                .map(name -> with(name, ""))
                .orElse("");
    }

    /** The parameters of this page. */
    public List<Map.Entry<String, String>> parameters() {
        return Addresses.parameters(address);
    }

    /** Whether the reader has a right anywhere, such as {@code RECORDS}. */
    public boolean may(String right) {
        for (JsonNode held : me.body().path("answer").path("rights")) {
            for (JsonNode each : held.path("may")) {
                if (each.asString("").equals(right)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the reader has a right in all of a unit: there, or everywhere. */
    public boolean may(String right, String unit) {
        return me.answer().get("rights").items().stream()
                .filter(held -> held.get("may").items().stream()
                        .anyMatch(each -> each.text().equals(right)))
                .anyMatch(held -> held.get("everywhere").isTrue()
                        || held.get("unit").text().equals(unit));
    }

    /** Whether all rights of the reader are those of a supporting organisation, which reach no figures of teams. */
    public boolean isOfAnOrganisationAlone() {
        List<Part> held = me.answer().get("rights").items();
        return !held.isEmpty()
                && held.stream().allMatch(right -> right.get("organisation").exists());
    }

    /** Whether the reader records visits of their own: a member or a leader of a team. */
    public boolean records() {
        return isSomebody() && !isPast() && (holds("MEMBER") || holds("LEADER"));
    }

    /** Whether the reader holds a role anywhere. */
    public boolean holds(String role) {
        for (JsonNode held : me.body().path("answer").path("rights")) {
            if (held.path("role").asString("").equals(role)) {
                return true;
            }
        }
        return false;
    }

    /** The only team, or unit, of the reader's rights; empty if there are several, or none. */
    public Optional<String> only(String scope) {
        List<String> all = me.answer().get("rights").items().stream()
                .map(right -> right.get(scope).text())
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** The form of a visit to a household: that of who records their own, or the whole one. */
    public String visit(String household) {
        return records()
                ? Addresses.with("/visit", "household", household)
                : Addresses.with(Addresses.with("/do/record-assistance", "household", household), "to", address);
    }

    /** The form of a visit about what an answer is about; empty if there is none, or not of this reader. */
    public String visit(ApiAnswer answer) {
        Part here = answer.answer();
        if (!records()) {
            return "";
        }
        return switch (answer.question()) {
            case "/api/requests/{request}" ->
                here.get("closedOn").exists()
                        ? ""
                        : Addresses.with(
                                "/visit", "request", here.get("request").text());
            case "/api/teams/{team}" -> "/visit";
            default -> "";
        };
    }

    /**
     * Whether the reader may follow a link. Events behind a figure need the right to records, undecided households a
     * right that is not through an organisation.
     */
    public boolean leads(String href) {
        return !href.isEmpty()
                && (!href.contains("/figures/") || may("RECORDS"))
                && (!href.contains("/undecided")
                        || me.answer().get("rights").items().stream()
                                .anyMatch(right -> !right.get("organisation").exists()));
    }

    /** Whether this page is at an address, whatever the parameters. */
    public boolean isAt(String other) {
        return address.split("\\?", 2)[0].equals(other.split("\\?", 2)[0]);
    }

    /** The name of an event, by its stored name. */
    public String event(String storedName) {
        return format().first(Vocabulary.event(storedName.replaceFirst("\\.v\\d+$", ""), language()));
    }

    /** The name of a command. */
    public String command(String name) {
        return Vocabulary.command(name, language());
    }

    /**
     * The name of a component of an object; of an object keyed by values, such as numbers by mode, the name of the
     * value.
     */
    public String key(ApiAnswer answer, String object, String component) {
        return component.matches("[A-Z][A-Z0-9_]+") ? value(answer, object, component) : word(answer, component);
    }

    /** A text of an answer as people write it: a word, a day, a time; otherwise as it is. */
    public String value(ApiAnswer answer, String field, String value) {
        if (field.equals("twoPersons")) {
            return command(value);
        }
        String word = PageWords.value(answer.question(), field, value, language());
        return word.equals(value) ? format().text(value) : word;
    }

    /** The same of a component that is called so in every answer. */
    public String value(String field, String value) {
        String word = PageWords.value("", field, value, language());
        return word.equals(value) ? format().text(value) : word;
    }

    /** The name for an id, an account or another text of an answer; only an auditor sees ids themselves. */
    public String named(ApiAnswer answer, String field, String value) {
        return answer.called(value)
                .or(() -> answer.kind(value)
                        .map(kind -> PageTexts.in(language()).has("link." + kind)
                                ? t("link." + kind)
                                : isAuditor() ? format().id(value) : t("link.unnamed")))
                .orElseGet(() -> isAuditor() || !(Formats.isCode(value) || field.equals(HOLDER))
                        ? value(answer, field, value)
                        : field.equals(HOLDER)
                                ? t("form.nameless")
                                : value.indexOf(' ') < 0 ? t("link.unnamed") : sentence(answer, value));
    }

    /** A sentence about an event: for an auditor with ids, for others with names. */
    public String sentence(ApiAnswer answer, String sentence) {
        return isAuditor()
                ? sentence
                : SHORTENED
                        .matcher(Formats.without(
                                sentence, id -> answer.called(id).orElseGet(() -> t("link.unnamed"))))
                        .replaceAll("");
    }

    /** The author behind an account: an auditor reads the account, others the person. */
    public String who(ApiAnswer answer, Part account) {
        String name = account.text();
        return isAuditor()
                ? name
                : answer.called(name).orElseGet(() -> Formats.isCode(name) ? t("link.unnamed") : name);
    }

    /** The account that reads; empty of who is not signed in. */
    String account() {
        return me.answer().get("account").text();
    }

    /** The person who reads, or the account if it is linked to nobody. */
    public String myName() {
        Part here = me.answer();
        return here.get("name")
                .optional()
                .or(() -> here.get("member").optional().flatMap(me::called))
                .orElseGet(this::account);
    }

    private static final List<String> FURTHER = List.of("MEMBER", "LEADER", "OFFICER", "ADMINISTRATOR");

    /** The role of the reader that reaches furthest, and where it is held; empty without one. */
    public String myRole() {
        Part right = me.answer().get("rights").items().stream()
                .max(Comparator.comparingInt(
                        each -> FURTHER.indexOf(each.get("role").text())))
                .orElseGet(() -> me.answer().get("rights").item(0));
        String place = Stream.of("unit", "team", "organisation")
                .flatMap(kind -> right.get(kind).optional().stream())
                .flatMap(id -> me.called(id).stream())
                .findFirst()
                .orElse("");
        return right.exists() ? value("role", right.get("role").text()) + (place.isEmpty() ? "" : " · " + place) : "";
    }

    /** The name of a link to verifying: for an auditor the hash. */
    public String hash(String hash) {
        return isAuditor() ? format().hash(hash) : t("layout.verify");
    }

    /** The name of a link to a commit: for an auditor with its number. */
    public String commit(Part number) {
        return isAuditor() ? t("event.commit", format().number(number.number())) : t("event.commit-page");
    }

    /** Whether the reader looks into how things came about: an auditor sees the ledger's line above what it says. */
    public boolean isAuditor() {
        return holds("AUDITOR");
    }

    /** Option that no address has: the commit of the scores of today that the page of a round shows. */
    static final String COMPARED_AT = "comparedAt";

    /** The same page with the scores of today, as of which its forms decide; a refusal shows none. */
    public PageContext comparedWith(@Nullable ApiAnswer present) {
        if (present == null || present.isProblem()) {
            return this;
        }
        Map<String, String> more = new HashMap<>(options);
        more.put(COMPARED_AT, present.freshness().get("commit").text());
        return new PageContext(address, more, me, preferences, assets, site);
    }

    /** The form of a command, filled in with what the answer is about. */
    public String form(String command, ApiAnswer answer) {
        return FormAddresses.of(command, answer, this);
    }

    /** A unit by its kind and name, the kind once. */
    public String unit(Part unit) {
        String code = unit.get("kind").text();
        String kind = code.equals("MUNICIPALITY") ? t("unit.municipality") : value("kind", code);
        String name = unit.get("name").text();
        boolean said = kind.isEmpty() || name.toLowerCase(language()).startsWith(kind.toLowerCase(language()));
        return said ? name : format().first(kind) + " " + name;
    }

    /** The name of a question, after the name of its subject. */
    public String title(ApiAnswer answer) {
        return AnyAnswerPage.title(answer, this);
    }

    /** Addresses that make this page outdated when a later commit touches them. */
    public String touches(ApiAnswer answer) {
        return Touches.of(answer, this);
    }

    public boolean isPast() {
        return !asOf().isEmpty();
    }
}
