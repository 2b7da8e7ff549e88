package vn.soto.query.team;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.unit.UnitId;

/**
 * A field of a team's card, as it can be compared.
 *
 * @param name   as in the answer about a team; of a membership {@code from}, {@code until}, {@code organisation} and {@code suspended}
 * @param member whose it is; absent if it is the team's
 */
record CardField(String name, @Nullable MemberId member) {

    /** Those that are known, with their values: ids of units and members as they are, days and names as they are written. */
    static Map<CardField, List<String>> of(TeamCard card) {
        Map<CardField, List<String>> fields = new LinkedHashMap<>();
        TeamProfile profile = card.profile();
        put(fields, "name", profile.name());
        put(fields, "level", profile.level());
        put(fields, "foundingDecision", profile.founding().number());
        put(fields, "signedOn", profile.founding().signedOn());
        put(fields, "effectiveFrom", profile.effectiveFrom());
        fields.put(
                new CardField("coverage", null),
                card.coverage().stream().map(UnitId::value).toList());
        put(fields, "leader", card.offices().leader());
        put(fields, "deputy", card.offices().deputy());
        put(fields, "understaffedSince", card.flags().understaffed());
        put(fields, "ledByAnotherSince", card.flags().ledByAnother());
        put(fields, "outdatedSince", card.flags().outdated());
        put(
                fields,
                "consolidated",
                profile.consolidated() == null ? null : profile.consolidated().number());
        put(fields, "dissolved", card.lastDay());
        card.members().forEach(member -> membership(fields, member));
        fields.values().removeIf(List::isEmpty);
        return fields;
    }

    /** Of a member who came back, the last membership. */
    private static void membership(Map<CardField, List<String>> fields, MembershipState state) {
        MemberId member = state.member();
        fields.put(new CardField("from", member), List.of(state.from().toString()));
        fields.put(
                new CardField("organisation", member),
                List.of(state.organisation().name()));
        fields.put(
                new CardField("until", member),
                Stream.ofNullable(state.until()).map(Object::toString).toList());
        fields.put(
                new CardField("suspended", member),
                state.suspensions().stream()
                        .map(known ->
                                known.until() == null ? known.from().toString() : known.from() + "/" + known.until())
                        .toList());
    }

    private static void put(Map<CardField, List<String>> fields, String name, @Nullable Object value) {
        fields.put(
                new CardField(name, null),
                Stream.ofNullable(value).map(Object::toString).toList());
    }

    boolean isOfMembers() {
        return name.equals("leader") || name.equals("deputy");
    }

    boolean isOfUnits() {
        return name.equals("coverage");
    }
}
