// Counts the seconds in which a visit can be undone. The server decides by its own clock.

const form = document.querySelector('.undo[data-seconds]');
if (form) {
    const ends = Date.now() + form.dataset.seconds * 1000;
    const left = form.querySelector('.left');
    const words = left.textContent;
    const timer = setInterval(() => {
        const seconds = Math.ceil((ends - Date.now()) / 1000);
        left.textContent = words.replace(/\d+/, Math.max(0, seconds));
        if (seconds <= 0) {
            clearInterval(timer);
            form.hidden = true;
        }
    }, 1000);
}
