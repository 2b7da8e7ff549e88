package vn.soto.allinone.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A record of help, as its events leave it. */
final class HelpRecord {

    final String id;
    final String team;
    String unit = "";

    @Nullable
    String household;

    @Nullable
    String business;

    JsonNode content;
    List<String> categories;
    Map<String, Long> credit;

    /** Other teams whose members helped along. */
    List<String> along;

    /** By the last follow-up, or by a correction of it since. */
    String outcome;

    /** Its results by the line of a report, as told last. */
    Map<String, Long> results = Map.of();

    boolean late;
    boolean voided;

    /** Of a former member, and not confirmed. */
    boolean unconfirmed;

    @Nullable
    String verification;

    private HelpRecord(RawEvent recorded) {
        id = recorded.text("/assistance");
        team = recorded.text("/team");
        helped(recorded);
        content = recorded.body().get("content");
        categories = recorded.texts("/categories");
        credit = credit(recorded.body().get("helpers"));
        along = along(recorded.body().get("helpers"));
        outcome = said("outcome");
    }

    private void helped(RawEvent event) {
        unit = event.text("/beneficiary/unit");
        household = event.textIfAny("/beneficiary/household");
        business = event.textIfAny("/beneficiary/business");
    }

    private static List<String> along(JsonNode helpers) {
        return RawEvent.each(helpers).stream()
                .filter(share -> share.hasNonNull("team"))
                .map(share -> share.get("team").asString())
                .distinct()
                .toList();
    }

    private static Map<String, Long> credit(JsonNode helpers) {
        Map<String, Long> credit = new LinkedHashMap<>();
        RawEvent.each(helpers)
                .forEach(share -> credit.put(
                        share.get("member").asString(), share.get("hundredths").asLong()));
        return credit;
    }

    /** The records of help, in the order in which they were recorded. */
    static Collection<HelpRecord> of(RawLedger ledger) {
        Map<String, HelpRecord> records = new LinkedHashMap<>();
        ledger.of("assistance.").forEach(event -> {
            if (event.is("assistance.recorded")) {
                records.put(event.text("/assistance"), new HelpRecord(event));
            } else {
                Objects.requireNonNull(records.get(event.text("/assistance"))).change(event);
            }
        });
        return records.values();
    }

    private void change(RawEvent event) {
        if (event.is("assistance.corrected")) {
            LocalDate before = day();
            String saidBefore = said("outcome");
            content = event.body().get("content");
            boolean moved = event.body().hasNonNull("moved");
            outcome = moved || !said("outcome").equals(saidBefore) ? said("outcome") : outcome;
            verification = moved ? null : verification;
            helped(event);
            categories = event.texts("/categories");
            JsonNode helpers = event.body().get("helpers");
            if (helpers != null && !helpers.isNull()) {
                credit = credit(helpers);
                along = along(helpers);
            }
            late = late && before.equals(day());
            voided = false;
        } else if (event.is("assistance.voided")) {
            voided = true;
        } else if (event.is("assistance.flagged-late")) {
            late = true;
        } else if (event.is("assistance.flagged-unconfirmed")) {
            unconfirmed = true;
        } else if (event.is("assistance.confirmed")) {
            unconfirmed = false;
        } else if (event.is("assistance.verified")) {
            verification = event.text("/result");
        } else if (event.is("assistance.results-stated")) {
            results = new LinkedHashMap<>();
            RawEvent.each(event.body().get("results"))
                    .forEach(result -> results.put(
                            line("R", result.get("kind").asString()),
                            result.get("count").asLong()));
        } else if (event.is("assistance.followed-up")) {
            outcome = event.text("/outcome");
        }
    }

    LocalDate day() {
        return RawEvent.dayOf(said("occurredAt"));
    }

    String said(String field) {
        return content.get(field).asString();
    }

    List<String> services() {
        return RawEvent.each(content.get("services")).stream()
                .map(JsonNode::asString)
                .toList();
    }

    String beneficiary() {
        if (household != null) {
            return "HOUSEHOLD";
        }
        return business != null ? "BUSINESS" : "WALK_IN";
    }

    /** The lines of a report in which it counts once. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "H05",
                line("H05", said("channel")),
                line("H05", beneficiary()),
                line("M", said("mode")),
                line("O", outcome)));
        categories.forEach(category -> lines.add(line("S", category)));
        services().forEach(service -> lines.add("C." + service));
        if (late) {
            lines.add("H05.late");
        }
        if (verification != null) {
            lines.add(line("V", verification));
        }
        return lines;
    }

    static String line(String prefix, String value) {
        return prefix + "." + value.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
