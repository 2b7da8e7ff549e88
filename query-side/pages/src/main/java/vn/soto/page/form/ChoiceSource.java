package vn.soto.page.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The source of the choices of a field: questions of the API, so that nobody is offered what they may not read.
 *
 * @param id    component of the answers that holds what the command takes
 * @param link  kind of the ids in the links of answers; empty if they have none
 * @param one   question about one of them, with {@code {id}}; empty if there is none
 * @param lists questions with the choices. Variables are {@code q}, the search; {@code team} and {@code unit}, of the
 *     form or of the reader's rights; {@code member}, the reader; and fields of the form. One whose variable nobody
 *     knows is not asked. Those with {@code q} find by themselves; of the others what matches is shown
 */
record ChoiceSource(String id, String link, String one, List<String> lists) {

    private static final Map<String, ChoiceSource> ALL = Map.ofEntries(
            of(
                    "unit",
                    "unit",
                    "unit",
                    "/api/units/{id}",
                    "/api/search?kinds=unit&limit=30&q={q}",
                    "/api/teams/{team}",
                    "/api/units/{unit}/coverage?limit=200",
                    "/api/units"),
            of(
                    "team",
                    "team",
                    "team",
                    "/api/teams/{id}",
                    "/api/search?kinds=team&limit=30&q={q}",
                    "/api/teams?unit={unit}&limit=200"),
            of("organisation", "organisation", "organisation", "/api/organisations/{id}", "/api/organisations"),
            of(
                    "household",
                    "household",
                    "household",
                    "/api/households/{id}",
                    "/api/households?q={q}",
                    "/api/households"),
            of(
                    "member",
                    "member",
                    "member",
                    "/api/members/{id}",
                    "/api/members?q={q}",
                    "/api/members?team={team}",
                    "/api/members"),
            of(
                    "business",
                    "business",
                    "business",
                    "/api/businesses/{id}",
                    "/api/search?kinds=business&limit=30&q={q}",
                    "/api/units/{unit}/businesses?limit=50"),
            of("service-code", "code", "", "", "/api/catalogue"),
            of(
                    "assistance",
                    "assistance",
                    "assistance",
                    "/api/assistances/{id}",
                    "/api/members/{member}/follow-ups",
                    "/api/members/{member}/activity?limit=10"),
            of(
                    "support-request",
                    "request",
                    "request",
                    "/api/requests/{id}",
                    "/api/teams/{team}/requests?state=open&limit=50",
                    "/api/units/{unit}/requests?state=open&limit=50"),
            of(
                    "outreach",
                    "session",
                    "session",
                    "/api/outreach/{id}",
                    "/api/teams/{team}/outreach",
                    "/api/units/{unit}/outreach"),
            of(
                    "training",
                    "training",
                    "training",
                    "/api/trainings/{id}",
                    "/api/teams/{team}/trainings",
                    "/api/units/{unit}/trainings"),
            of("community-group", "group", "", "", "/api/teams/{team}/outreach", "/api/units/{unit}/outreach"),
            of("campaign", "campaign", "campaign", "/api/campaigns/{id}", "/api/units/{unit}/campaigns"),
            of("round", "round", "round", "/api/recognition-rounds/{id}", "/api/units/{unit}/recognition-rounds"),
            of(
                    "candidate",
                    "id",
                    "",
                    "",
                    "/api/members?q={q}",
                    "/api/search?kinds=team&limit=30&q={q}",
                    "/api/recognition-rounds/{round}"),
            of(
                    "criterion",
                    "criterion",
                    "",
                    "",
                    "/api/recognition-rounds/{round}/candidates/{candidate}",
                    "/api/recognition-rules"),
            of("practice", "practice", "practice", "/api/practices/{id}", "/api/practices?limit=50"),
            of("plan", "plan", "plan", "/api/plans/{id}", "/api/plans?limit=50"),
            of(
                    "data-request",
                    "dataRequest",
                    "data_request",
                    "/api/data-requests/{id}",
                    "/api/data-requests?state=open&limit=50"),
            of(
                    "call-back-sample",
                    "callBackSample",
                    "call_back_sample",
                    "/api/call-back-samples/{id}",
                    "/api/units/{unit}/call-back-samples"),
            of("report-sample", "sample", "", "", "/api/units/{unit}/reports?quarter={quarter}"),
            of("account", "account", "account", "/api/accounts/{id}", "/api/accounts"),
            of("grant", "grant", "", "", "/api/accounts/{account}"),
            of("holder", "holder", "", "", "/api/accounts"),
            of(
                    "subject",
                    "subject",
                    "person",
                    "",
                    "/api/households?q={q}",
                    "/api/members?q={q}",
                    "/api/search?kinds=business&limit=30&q={q}"),
            of("indicator", "code", "", "", "/api/indicators"),
            of("report-line", "code", "", "", "/api/teams/{team}/reports/{quarter}", "/api/indicators"),
            of("detector", "detector", "", "", "/api/detectors"),
            of("finding", "finding", "finding", "/api/findings/{id}", "/api/units/{unit}/findings"),
            of("command", "name", "command", "", "/api/commands"));

    private static Map.Entry<String, ChoiceSource> of(
            String kind, String id, String link, String one, String... lists) {
        return Map.entry(kind, new ChoiceSource(id, link, one, List.of(lists)));
    }

    /**
     * The source of a kind of ids; empty if only the page before the form knows them, such as the hash of a content.
     */
    static Optional<ChoiceSource> of(String kind) {
        return Optional.ofNullable(ALL.get(kind));
    }

    /** The values of variables for which a list is asked, several where several are meant. */
    record Known(Map<String, List<String>> values) {

        private static final int MOST_LISTS = 3;

        private Stream<String> addresses(String template) {
            List<String> made = new ArrayList<>(List.of(template));
            while (made.stream().anyMatch(each -> each.contains("{"))) {
                made = made.stream()
                        .flatMap(each -> each.contains("{") ? filled(each) : Stream.of(each))
                        .toList();
            }
            return made.stream();
        }

        private Stream<String> filled(String template) {
            String name = template.substring(template.indexOf('{') + 1, template.indexOf('}'));
            return values.getOrDefault(name, List.of()).stream()
                    .limit(MOST_LISTS)
                    .map(value -> template.replace("{" + name + "}", vn.soto.page.Addresses.encoded(value)));
        }
    }

    /** The questions to ask: with something to search for first those that find it, otherwise the first list that there is. */
    List<String> asked(Known known, String query) {
        List<String> searching = lists.stream()
                .filter(list -> list.contains("{q}"))
                .flatMap(known::addresses)
                .toList();
        if (!query.isEmpty() && !searching.isEmpty()) {
            return searching;
        }
        return lists.stream()
                .filter(list -> !list.contains("{q}"))
                .map(list -> known.addresses(list).toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Whether one of these addresses finds what is searched for by itself. */
    static boolean searches(String address) {
        return Arrays.stream(address.split("[?&]", -1)).anyMatch(each -> each.startsWith("q="));
    }

    /** All kinds that can be chosen. */
    static List<String> kinds() {
        return ALL.keySet().stream().sorted().collect(Collectors.toList());
    }
}
