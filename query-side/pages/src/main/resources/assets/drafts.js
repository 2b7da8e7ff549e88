// The drafts of this browser: what was typed into forms and is not recorded yet.

export const BEFORE = 'soto-draft:';
export const LONGEST = 24 * 60 * 60 * 1000;

/** All that are not too old, each with its account and form as the name. */
export function drafts() {
    try {
        return Object.keys(localStorage).filter((key) => key.startsWith(BEFORE))
            .map((key) => ({ ...JSON.parse(localStorage.getItem(key)), name: key.slice(BEFORE.length) }));
    } catch (e) { return []; }
}

export const forget = () => drafts().forEach((draft) => localStorage.removeItem(BEFORE + draft.name));
