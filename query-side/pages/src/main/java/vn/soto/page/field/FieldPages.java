package vn.soto.page.field;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.page.QuestionPage;

/** The pages of devices: the reader's own, and those of a team. */
@Configuration(proxyBeanMethods = false)
class FieldPages {

    @Bean
    QuestionPage ownDevicesPage() {
        return new DevicesPage(DevicesPage.OWN);
    }

    @Bean
    QuestionPage devicesOfTeamPage() {
        return new DevicesPage(DevicesPage.OF_TEAM);
    }
}
