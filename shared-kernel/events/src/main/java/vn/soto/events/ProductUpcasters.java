package vn.soto.events;

import static vn.soto.events.Upcaster.gains;
import static vn.soto.events.Upcaster.nulls;
import static vn.soto.events.Upcaster.to;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.CreditRule;
import vn.soto.contracts.assistance.CreditShare;

/**
 * Upcasters for all earlier stored versions of the product's events. A body of any other form passes through unchanged, and
 * decoding refuses it.
 */
final class ProductUpcasters {

    private static final String RECORDED = "assistance.recorded";
    private static final String CORRECTED = "assistance.corrected";
    private static final String VOIDED = "assistance.voided";
    private static final String POLICY = "policy.adopted";
    private static final String HELPERS = "helpers";

    static final List<Upcaster> ALL = List.of(
            // Before levels existed, all were teams of residential units.
            to(2, "team.formed", body -> body.put("level", "HAMLET")),
            gains(2, "account.linked", "approval"),
            gains(2, "account.unlinked", "approval"),
            gains(2, "household.registered", "livesSince"),
            to(2, "household.relocation-withdrawn", body -> emptyList(body, "endedAgain")),
            to(2, RECORDED, body -> nulls(beneficiary(content(shared(body))), "responsible", "note")),
            to(2, CORRECTED, body -> nulls(beneficiary(content(body)), HELPERS, "note")),
            // Before the third version an officer or leader corrected, and the beneficiary stayed as it was.
            gains(3, CORRECTED, "moved", "by"),
            to(2, VOIDED, ProductUpcasters::beneficiary),
            gains(3, VOIDED, "by"),
            gains(2, "outreach.corrected", "by"),
            gains(2, "outreach.voided", "by"),
            // Before members of other teams helped along, all helpers were members of the record's team.
            to(3, RECORDED, ProductUpcasters::ofOwnTeam),
            to(4, CORRECTED, body -> emptyList(ofOwnTeam(body), "joint")),
            to(4, VOIDED, body -> emptyList(body, "joint")),
            // Nobody told who came to a session for the first time.
            to(2, "outreach.held", ProductUpcasters::holdingGains),
            to(3, "outreach.corrected", ProductUpcasters::holdingGains),
            // No day was in the list of a campaign, and rates were of months, without ceilings, campaigns and
            // multipliers.
            gains(2, "mobilisation.recorded", "campaign"),
            gains(2, "mobilisation.corrected", "campaign"),
            gains(2, "mobilisation.withdrawn", "campaign"),
            to(
                    2,
                    "stipend-policy.adopted",
                    body -> termsGain(body, "span", "mostPerMonth", "campaigns", "multipliers")),
            to(3, "stipend-policy.adopted", body -> termsGain(body, "mostPerYear")),
            // Parts had no salt, and submissions named neither their commands nor who may approve them.
            gains(2, "plan-part.recorded", "salt"),
            to(2, "plan.submitted", body -> nulls(emptyList(body, "commands"), "secondPerson")),
            // Neither the day on which they were due was told, nor was anybody asked to accept them.
            gains(2, "report.submitted", "dueOn"),
            gains(3, "report.submitted", "content", "recipient", "hash"),
            gains(2, "report.household-total-stated", "source"),
            // By how many persons it was adopted was not told; in the second version, every team below the minimum was
            // refused.
            gains(2, POLICY, "adoption"),
            to(3, POLICY, body -> termsGain(body, "smallTeams")),
            // Members corrected nothing by themselves; from then on they have the usual day.
            to(4, POLICY, body -> termsGain(body, "ownCorrectionDays")),
            // The policy said nothing about personal data: the law's days apply, and data are kept.
            to(5, POLICY, body -> termsGain(body, "dataRequests", "retention")),
            gains(2, "personal-data.erased", "keptUntil"),
            gains(2, "call-back-sample.drawn", "quarterDays"),
            gains(2, "recognition-round.scored", "figures"));

    private ProductUpcasters() {}

    private static ObjectNode emptyList(ObjectNode body, String component) {
        body.putArray(component);
        return body;
    }

    private static ObjectNode termsGain(ObjectNode body, String... components) {
        nulls(body.withObject("terms"), components);
        return body;
    }

    private static ObjectNode holdingGains(ObjectNode body) {
        nulls(body.withObject("holding"), "newcomers");
        return body;
    }

    /** The first version had equal shares of the credit. */
    private static ObjectNode shared(ObjectNode body) {
        if (body.get(HELPERS) instanceof ArrayNode members) {
            List<Integer> hundredths = CreditShare.hundredths(CreditRule.EQUAL_SHARES, members.size());
            ArrayNode shares = body.putArray(HELPERS);
            for (int i = 0; i < members.size(); i++) {
                shares.addObject().set("member", members.get(i)).put("hundredths", hundredths.get(i));
            }
        }
        return body;
    }

    private static ObjectNode ofOwnTeam(ObjectNode body) {
        if (body.get(HELPERS) instanceof ArrayNode helpers) {
            for (JsonNode helper : helpers) {
                if (helper instanceof ObjectNode share) {
                    share.putNull("team");
                }
            }
        }
        return body;
    }

    /** The first version had households only. */
    private static ObjectNode beneficiary(ObjectNode body) {
        JsonNode unit = body.remove("unit");
        JsonNode household = body.remove("household");
        if (unit != null && household != null && !household.isNull()) {
            body.putObject("beneficiary").putNull("business").set("unit", unit).set("household", household);
        }
        return body;
    }

    /** The first version had categories instead of services, of which each becomes its general one, and no outcomes. */
    private static ObjectNode content(ObjectNode body) {
        if (body.get("content") instanceof ObjectNode content && content.get("services") instanceof ArrayNode named) {
            body.set("categories", named);
            ArrayNode codes = content.putArray("services");
            named.forEach(category -> codes.add(code(category)));
            content.putNull("procedure")
                    .put("outcome", AssistanceOutcome.UNSTATED.name())
                    .putNull("followUp");
        }
        return body;
    }

    private static String code(JsonNode category) {
        return category.asString().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
