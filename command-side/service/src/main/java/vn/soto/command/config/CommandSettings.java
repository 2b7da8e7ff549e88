package vn.soto.command.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.domain.shared.DefaultPolicy;

/**
 * Settings {@code soto.policy.*}: decisions of the province. Defaults follow plan 6037/KH-UBND.
 *
 * @param minimumMembers      minimum number of founding members of a team
 * @param householdsPerMember target number of households per member
 * @param calendar            the days that bound a quarter
 * @param reportDueDays       days from a quarter's last day until its report is late
 * @param waitingPlans        largest number of plans of one account that wait for a second person
 */
@ConfigurationProperties("soto.policy")
public record CommandSettings(
        @DefaultValue("3") int minimumMembers,
        @DefaultValue("220") int householdsPerMember,
        @DefaultValue("calendar") QuarterCalendar calendar,
        @DefaultValue("5") int reportDueDays,
        @DefaultValue("100") int waitingPlans) {

    public DefaultPolicy policy() {
        return new DefaultPolicy(minimumMembers, householdsPerMember, calendar, reportDueDays)
                .withWaitingPlans(waitingPlans);
    }
}
