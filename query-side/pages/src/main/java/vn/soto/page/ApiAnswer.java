package vn.soto.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * An answer of the API as a page gets it. Nobody changes its body, because other pages may show it too.
 *
 * @param question template of the address, such as {@code /api/teams/{team}}; empty if no question has the address
 * @param address  address asked, a path with its parameters
 * @param status   HTTP status; a problem (RFC 9457) is the body of all but 2xx
 * @param names    names of the ids in the body
 */
public record ApiAnswer(String question, String address, int status, JsonNode body, NamedIds names) {

    public ApiAnswer(String question, String address, int status, JsonNode body) {
        this(question, address, status, body, new NamedIds(body));
    }

    public boolean isProblem() {
        return status >= 300;
    }

    /** The same answer as that to another address, which differs in what does not change the answer. */
    public ApiAnswer at(String other) {
        return new ApiAnswer(question, other, status, body, names);
    }

    /** The answer as it is known once its page is made; a problem keeps what it says. */
    ApiAnswer withoutBody() {
        return isProblem() ? this : new ApiAnswer(question, address, status, MissingNode.getInstance());
    }

    public Part root() {
        return new Part("", body);
    }

    /** The part of the response with the answer itself, without freshness and links. */
    public Part answer() {
        return root().get("answer");
    }

    public Part freshness() {
        return root().get("freshness");
    }

    public Part links() {
        return root().get("links");
    }

    /** The address of the page that shows the answer. */
    public String page() {
        return Addresses.page(address);
    }

    /** The page of the plan for a change of an id's subject that waits for a second person; empty if none does. */
    public String waiting(String id) {
        return links().get("waiting")
                .get(id)
                .get("href")
                .optional()
                .map(Addresses::page)
                .orElse("");
    }

    /** Link to an id of any kind that the answer names. */
    public Part named(String id) {
        return names.link(id).orElseGet(() -> links().get("ids").get("").get(""));
    }

    /** The kind of an id that the reader may ask about, such as {@code assistance}. */
    public Optional<String> kind(String id) {
        return names.link(id)
                .flatMap(link -> Optional.ofNullable(link.within()))
                .map(Part::name);
    }

    /** The name for an id, whether the reader may ask about it or not; of a person the name or pseudonym. */
    public Optional<String> called(String id) {
        return names.called(id);
    }

    /** Of an answer about an account, its person in a team of today; empty of who holds an office alone. */
    public Optional<String> ownMember() {
        return answer().get("rights").items().stream()
                        .map(right -> right.get("role").text())
                        .anyMatch(role -> role.equals("MEMBER") || role.equals("LEADER"))
                ? answer().get("member").optional()
                : Optional.empty();
    }

    /** The variables of the question's address, such as {@code team}, with their values. */
    public Map<String, String> variables() {
        String[] names = question.split("/", -1);
        String[] values = address.split("\\?", 2)[0].split("/", -1);
        Map<String, String> variables = new TreeMap<>();
        for (int i = 0; i < Math.min(names.length, values.length); i++) {
            if (names[i].startsWith("{")) {
                variables.put(
                        names[i].substring(1, names[i].length() - 1),
                        URLDecoder.decode(values[i], StandardCharsets.UTF_8));
            }
        }
        return variables;
    }

    /** Name of what the address is about: of the first id in its path that has a name. */
    public Optional<String> subject() {
        return Stream.of(address.split("\\?", 2)[0].split("/"))
                .map(part -> named(part).get("name"))
                .flatMap(name -> name.optional().stream())
                .findFirst();
    }

    /** Link to an id of a kind that the answer names, if the reader may ask about it. */
    public Part link(String kind, String id) {
        return links().get("ids").get(kind).get(id);
    }

    /** The name of an id of the answer, if the reader may ask about it and it has one. */
    public Optional<String> name(String kind, String id) {
        return link(kind, id).get("name").optional();
    }
}
