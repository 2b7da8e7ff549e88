@NullMarked
package vn.soto.page.form;

import org.jspecify.annotations.NullMarked;
