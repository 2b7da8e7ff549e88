package vn.soto.query.household;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.query.assistance.HelpLines;

/** The households that a member takes along on a phone: those the member is responsible for and the reader reaches. */
@Component
public record CarriedHouseholds(Households households, HelpLines help) {

    /** As many as several members are responsible for together. */
    private static final int MOST = 1_000;

    /**
     * @param household its id
     * @param unit      id of the unit in which it lives
     * @param team      id of the team whose member is responsible for it
     * @param helped    whether it was helped in the quarter
     */
    public record Carried(
            String household,
            String reference,
            String unit,
            @Nullable String team,
            boolean helped) {}

    public List<Carried> of(String member, QuarterDays quarter, LocalDate day, long asOf) {
        return households.ofMember(member, day, HouseholdQuestions::isSeen, 0, MOST, asOf).items().stream()
                .map(line -> carried(line, help.helped(line.household().value(), quarter, asOf)))
                .toList();
    }

    private static Carried carried(HouseholdLine line, boolean helped) {
        return new Carried(
                line.household().value(),
                line.reference(),
                line.unit().value(),
                line.team() == null ? null : line.team().value(),
                helped);
    }
}
