/** Forms: what was typed, as commands; fields that choose; receipts. They work without a script, which only helps. */
@NullMarked
package vn.soto.page.form;

import org.jspecify.annotations.NullMarked;
