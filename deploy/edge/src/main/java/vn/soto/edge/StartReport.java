package vn.soto.edge;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Logs the address of the process after the start. */
record StartReport(Environment environment) {

    private static final Logger LOG = LoggerFactory.getLogger(StartReport.class);

    @EventListener
    void on(ApplicationReadyEvent ready) {
        LOG.info("Nghe tại / listens at {}", address("server.address", "local.server.port"));
        LOG.info(
                "Tình trạng, số đo / health and metrics at {}/actuator",
                address("management.server.address", "local.management.port"));
    }

    private String address(String address, String port) {
        return "http://" + environment.getProperty(address, "0.0.0.0") + ":" + environment.getProperty(port);
    }
}
