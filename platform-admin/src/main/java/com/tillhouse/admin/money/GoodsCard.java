package com.tillhouse.admin.money;

import com.tillhouse.admin.look.AmountText;
import com.tillhouse.core.checkout.domain.order.Goods;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was ordered. Pictures stay out: they would be loaded from hosts that are not ours. */
final class GoodsCard extends Section {
    GoodsCard(List<Goods> goods) {
        addClassName("card");
        UnorderedList list = new UnorderedList();
        list.addClassName("goods");
        goods.forEach(good -> list.add(item(good)));
        add(new H2("Goods"), list);
    }

    private static ListItem item(Goods good) {
        Span name = new Span(good.name());
        name.addClassName("row-name");
        String details = Stream.of(good.skuName(), good.brand(), good.category(), good.reference())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        Span under = new Span(details);
        under.addClassName("row-under");
        Div what = new Div(name, under);
        what.addClassName("goods-what");
        String quantity = good.quantity() == null ? "" : good.quantity() + " ×";
        Span price = new Span(
                good.unitAmount() == null ? quantity : (quantity + " " + AmountText.of(good.unitAmount())).strip());
        price.addClassName("goods-price");
        return new ListItem(what, price);
    }
}
