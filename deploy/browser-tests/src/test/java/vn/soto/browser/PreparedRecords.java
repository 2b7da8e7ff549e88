package vn.soto.browser;

import tools.jackson.databind.JsonNode;

/**
 * Records with a page of their own and no example in the demo that may be changed. They are a good model that a team took up, and a
 * stipend statement.
 *
 * @param practice id of the good model
 */
record PreparedRecords(String practice) {

    private static final String TITLE = "Góc hướng dẫn tối thứ Tư";
    private static final String FOLLOWER = "0192d0a9-7720-76e1-93db-b2fc9f7af258";

    /** Id of the statement, which is that of its unit and period. */
    static final String STATEMENT = "hcm-013:2026-Q2";

    /** Gives the commands, unless an earlier run gave them to the same product. */
    static PreparedRecords of(RunningProduct product, String team) {
        for (JsonNode known : product.json("administrator", "/api/practices", "/answer/practices")) {
            if (known.get("title").asString().equals(TITLE)) {
                return new PreparedRecords(known.get("practice").asString());
            }
        }
        JsonNode described = product.give("administrator", "/api/teams/" + team + "/practices", """
                {"title":"%s","text":"Tối thứ Tư, tổ trực tại nhà văn hóa; người dân tự làm từng bước."}""".formatted(TITLE));
        String practice = described.at("/created/0").asString();
        product.json(
                "administrator",
                "/api/practices/" + practice + "?atLeast="
                        + described.at("/commit").asString());
        product.give("administrator", "/api/practices/" + practice + "/recommendations", """
                {"unit":"hcm-013","teams":[],"reason":"CHECKED","reasonText":"Nhiều lượt tự làm."}""");
        product.give(
                "administrator",
                "/api/practices/" + practice + "/followers/" + FOLLOWER,
                "{\"effectiveFrom\":\"2025-02-15\"}");
        product.give("administrator", "/api/stipend-policy", """
                {"terms":{"scheme":"PER_MEMBER","perMonth":500000,"perDay":200000,"perNight":260000,"fewestDays":15},
                "instrument":{"number":"12/2025/NQ-HĐND","signedOn":"2025-06-20"},"effectiveFrom":"2025-07-01"}""");
        JsonNode computed = product.give("administrator", "/api/units/hcm-013/stipends/2026-Q2", "{}");
        product.json(
                "administrator",
                "/api/stipends/" + STATEMENT + "?atLeast="
                        + computed.at("/commit").asString());
        return new PreparedRecords(practice);
    }

    /** The page of a request about the data of a household. */
    static String dataRequest(RunningProduct product, String household) {
        JsonNode known =
                product.json("administrator", "/api/data-requests?state=all", "/answer/dataRequests/0/dataRequest");
        if (known.isString()) {
            return "/data-requests/" + known.asString();
        }
        JsonNode received = product.give("administrator", "/api/data-requests", """
                {"subject":"household:%s","kind":"ACCESS","receivedOn":"2026-11-20"}""".formatted(household));
        return "/data-requests/" + received.at("/created/0").asString() + "?atLeast="
                + received.at("/commit").asString();
    }

    String follower() {
        return FOLLOWER;
    }
}
