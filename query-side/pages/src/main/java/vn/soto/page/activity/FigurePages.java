package vn.soto.page.activity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.page.QuestionPage;

/** One page for the figures of dashboards and those of reports. */
@Configuration(proxyBeanMethods = false)
class FigurePages {

    @Bean
    QuestionPage figureOfADashboard() {
        return new FigurePage("/api/dashboards/{unit}/figures/{code}");
    }

    @Bean
    QuestionPage figureOfAReport() {
        return new FigurePage("/api/teams/{team}/reports/{quarter}/figures/{code}");
    }
}
