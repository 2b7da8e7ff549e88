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
    final String unit;
    final @Nullable String household;
    final @Nullable String business;
    JsonNode content;
    List<String> categories;
    Map<String, Long> credit;
    boolean late;
    boolean voided;

    @Nullable
    String verification;

    private HelpRecord(RawEvent recorded) {
        id = recorded.text("/assistance");
        team = recorded.text("/team");
        unit = recorded.text("/beneficiary/unit");
        household = recorded.textIfAny("/beneficiary/household");
        business = recorded.textIfAny("/beneficiary/business");
        content = recorded.body().get("content");
        categories = recorded.texts("/categories");
        credit = credit(recorded.body().get("helpers"));
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
            content = event.body().get("content");
            categories = event.texts("/categories");
            JsonNode helpers = event.body().get("helpers");
            credit = helpers == null || helpers.isNull() ? credit : credit(helpers);
            late = late && before.equals(day());
        } else if (event.is("assistance.voided")) {
            voided = true;
        } else if (event.is("assistance.flagged-late")) {
            late = true;
        } else if (event.is("assistance.verified")) {
            verification = event.text("/result");
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
                line("O", said("outcome"))));
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
