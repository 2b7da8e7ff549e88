package vn.soto.page.commit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.page.QuestionPage;

/** The registers that are read latest first, page by page. */
@Configuration(proxyBeanMethods = false)
class Registers {

    @Bean
    QuestionPage readsRegister() {
        return new RegisterPage("/api/personal-data-reads", "evidence.reads", "evidence/reads.jte");
    }

    @Bean
    QuestionPage refusalsRegister() {
        return new RegisterPage("/api/refused-access", "evidence.refused", "evidence/refused.jte");
    }

    @Bean
    QuestionPage correctionsRegister() {
        return new RegisterPage("/api/made-corrections", "evidence.corrections", "evidence/corrections.jte");
    }
}
