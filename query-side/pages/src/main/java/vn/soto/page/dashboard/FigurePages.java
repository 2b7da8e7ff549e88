package vn.soto.page.dashboard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.page.Page;

/** One page for the figures of dashboards and those of reports. */
@Configuration(proxyBeanMethods = false)
class FigurePages {

    @Bean
    Page figureOfADashboard() {
        return new FigurePage("/api/dashboards/{unit}/figures/{code}");
    }

    @Bean
    Page figureOfAReport() {
        return new FigurePage("/api/teams/{team}/reports/{quarter}/figures/{code}");
    }
}
