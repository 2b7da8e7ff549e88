package vn.soto.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** The numbers of a page, each compared with its place in the answer that it names. */
final class Numbers {

    private static final String WRONG = """
            async () => {
              const at = (answer, pointer) => pointer.split('/').slice(1)
                .map(name => name.replaceAll('~1', '/').replaceAll('~0', '~'))
                .reduce((part, name) => part?.[name], answer);
              const page = document.querySelector('link[rel=alternate]')?.href;
              const answers = new Map();
              const ask = address => answers.get(address) ?? answers.set(address, fetch(address, {
                headers: {'Accept': 'application/json', 'Accept-Language': document.documentElement.lang}
              }).then(answer => answer.json())).get(address);
              const wrong = [];
              for (const number of document.querySelectorAll('main data')) {
                const of = number.dataset.of ?? page;
                const value = number.dataset.at === undefined ? undefined : at(await ask(of), number.dataset.at);
                if (String(value) !== number.getAttribute('value')) {
                  wrong.push(`${of} ${number.dataset.at} is ${value}, not ${number.getAttribute('value')}`);
                }
              }
              return wrong;
            }""";

    private Numbers() {}

    /** The wrong numbers; empty if every number is that of its answer. */
    @SuppressWarnings("unchecked")
    static List<String> wrong(Page page) {
        return (List<String>) page.evaluate(WRONG);
    }
}
