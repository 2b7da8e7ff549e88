package vn.soto.command.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.domain.shared.DefaultPolicy;

/**
 * Settings {@code soto.policy.*}: what the province has decided. Defaults are those of plan 6037/KH-UBND.
 *
 * @param minimumMembers      a team with fewer is not formed
 * @param householdsPerMember target of a member's caseload
 * @param calendar            which days make a quarter
 * @param reportDueDays       days after a quarter's last day until its report is late
 */
@ConfigurationProperties("soto.policy")
public record CommandSettings(
        @DefaultValue("3") int minimumMembers,
        @DefaultValue("220") int householdsPerMember,
        @DefaultValue("calendar") QuarterCalendar calendar,
        @DefaultValue("5") int reportDueDays) {

    public DefaultPolicy policy() {
        return new DefaultPolicy(minimumMembers, householdsPerMember, calendar, reportDueDays);
    }
}
