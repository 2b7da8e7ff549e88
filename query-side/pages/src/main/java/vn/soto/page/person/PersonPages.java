package vn.soto.page.person;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.soto.page.QuestionPage;

/** The file of any person, for who hands it over, and of the reader. */
@Configuration(proxyBeanMethods = false)
class PersonPages {

    @Bean
    QuestionPage personFilePage() {
        return new PersonFilePage(PersonFilePage.FILE);
    }

    @Bean
    QuestionPage ownFilePage() {
        return new PersonFilePage(PersonFilePage.OWN);
    }
}
