package vn.soto.page.evidence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.page.Page;

/** The registers that are read latest first, page by page. */
@Configuration(proxyBeanMethods = false)
class Registers {

    @Bean
    Page readsRegister() {
        return new RegisterPage("/api/personal-data-reads", "evidence.reads", "evidence/reads.jte");
    }

    @Bean
    Page refusalsRegister() {
        return new RegisterPage("/api/refused-access", "evidence.refused", "evidence/refused.jte");
    }

    @Bean
    Page correctionsRegister() {
        return new RegisterPage("/api/made-corrections", "evidence.corrections", "evidence/corrections.jte");
    }
}
