package vn.soto.query.policy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.soto.contracts.policy.InitialTerms;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.QuarterCalendar;

/**
 * Settings {@code soto.policy.*} that this side reads too: what applies until the province adopts a policy.
 *
 * @param minimumMembers      minimum number of founding members of a team
 * @param householdsPerMember target number of households per member
 * @param calendar            the days that bound a quarter
 * @param reportDueDays       days from a quarter's last day until its report is late
 */
@ConfigurationProperties("soto.policy")
public record InitialPolicy(
        @DefaultValue("3") int minimumMembers,
        @DefaultValue("220") int householdsPerMember,
        @DefaultValue("calendar") QuarterCalendar calendar,
        @DefaultValue("5") int reportDueDays) {

    Terms terms() {
        return InitialTerms.of(minimumMembers, householdsPerMember, reportDueDays);
    }
}
