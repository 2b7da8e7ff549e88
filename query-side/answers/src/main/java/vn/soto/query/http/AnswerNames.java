package vn.soto.query.http;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.query.link.Links;
import vn.soto.query.link.PeopleNames;
import vn.soto.query.subject.IdKind;
import vn.soto.web.PageReading;
import vn.soto.web.PageReading.Called;

/** Calls the people of an answer by the names that the reader of a page may see, each of which is opened once a page. */
@Component
record AnswerNames(ObjectProvider<PeopleNames> people) {

    private static final String MEMBER = IdKind.MEMBER.text();
    private static final String HOUSEHOLD = IdKind.HOUSEHOLD.text();
    private static final String REQUEST = IdKind.REQUEST.text();
    private static final String ACCOUNT = IdKind.ACCOUNT.text();

    /** @param asOf commit that the answer describes */
    record In(Links.People people, PageReading page, long asOf, boolean forAll) {

        Called called(String kind, String id) {
            return new Called(kind, id, asOf, forAll);
        }

        private List<String> unknown(String kind, Set<String> ids) {
            return ids.stream()
                    .filter(id -> !page.names().containsKey(called(kind, id)))
                    .toList();
        }

        /** Whether the page has all names. */
        boolean areKnown() {
            return unknown(MEMBER, people.members()).isEmpty()
                    && unknown(HOUSEHOLD, people.households()).isEmpty()
                    && unknown(REQUEST, people.requests()).isEmpty()
                    && unknown(ACCOUNT, people.accounts()).isEmpty();
        }

        private String name(String kind, String id) {
            return page.names().getOrDefault(called(kind, id), "");
        }

        private void are(String kind, Collection<String> ids, Map<String, String> names, Map<Called, String> opened) {
            ids.forEach(id -> opened.put(called(kind, id), names.getOrDefault(id, "")));
        }
    }

    /** Those that the page does not have yet, for the reader of the answer being made: it may have them once they are recorded. */
    Map<Called, String> open(In answer, Locale language) {
        Map<Called, String> opened = new HashMap<>();
        List<String> accounts = answer.unknown(ACCOUNT, answer.people.accounts());
        Map<String, String> holders =
                accounts.isEmpty() ? Map.of() : people.getObject().holders(accounts, answer.asOf);
        Set<String> members = new LinkedHashSet<>(answer.people.members());
        members.addAll(holders.values());
        List<String> unknown = answer.unknown(MEMBER, members);
        answer.are(MEMBER, unknown, people.getObject().members(unknown, language, answer.asOf), opened);
        List<String> households = answer.unknown(HOUSEHOLD, answer.people.households());
        answer.are(HOUSEHOLD, households, people.getObject().households(households, answer.asOf), opened);
        List<String> requests = answer.unknown(REQUEST, answer.people.requests());
        answer.are(REQUEST, requests, people.getObject().requests(requests, language), opened);
        Map<String, String> called = new HashMap<>();
        holders.forEach((account, member) ->
                called.put(account, opened.getOrDefault(answer.called(MEMBER, member), answer.name(MEMBER, member))));
        answer.are(ACCOUNT, accounts, called, opened);
        return opened;
    }

    /** A copy of an answer with the names; what has none of them is not copied. */
    JsonNode named(JsonNode answer, In in) {
        ObjectNode links = shallow(answer.path("links"));
        ObjectNode ids = shallow(links.path("ids"));
        links.set("ids", ids);
        Map<String, JsonNode> names = new TreeMap<>();
        links.path("names").properties().forEach(kind -> names.put(kind.getKey(), kind.getValue()));
        ObjectNode members = shallow(names.getOrDefault(MEMBER, JsonNodeFactory.instance.objectNode()));
        linked(ids, MEMBER, in.people.members(), in, members);
        linked(ids, HOUSEHOLD, in.people.households(), in, JsonNodeFactory.instance.objectNode());
        linked(ids, REQUEST, in.people.requests(), in, JsonNodeFactory.instance.objectNode());
        if (!members.isEmpty()) {
            names.put(MEMBER, members);
        }
        ObjectNode accounts = JsonNodeFactory.instance.objectNode();
        in.people.accounts().stream()
                .filter(id -> !in.name(ACCOUNT, id).isEmpty())
                .forEach(id -> accounts.put(id, in.name(ACCOUNT, id)));
        names.put(ACCOUNT, accounts);
        ObjectNode called = JsonNodeFactory.instance.objectNode();
        names.forEach(called::set);
        links.set("names", called);
        ObjectNode copy = shallow(answer);
        copy.set("links", links);
        return copy;
    }

    /** Names the links of people, and in {@code others} people without one. A reference follows the name. */
    private static void linked(ObjectNode ids, String kind, Set<String> people, In in, ObjectNode others) {
        ObjectNode links = shallow(ids.path(kind));
        for (String id : people) {
            String name = in.name(kind, id);
            if (name.isEmpty()) {
                continue;
            }
            if (links.has(id)) {
                ObjectNode link = shallow(links.get(id));
                links.set(id, link.put("name", with(name, link.path("name").asString(""))));
            } else {
                others.put(id, with(name, others.path(id).asString("")));
            }
        }
        if (!links.isEmpty()) {
            ids.set(kind, links);
        }
    }

    private static String with(String name, String reference) {
        return reference.isEmpty() ? name : name + " · " + reference;
    }

    private static ObjectNode shallow(JsonNode node) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(each -> copy.set(each.getKey(), each.getValue()));
        return copy;
    }
}
