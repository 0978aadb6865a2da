<%@ tag description="The form of one entry of an item" pageEncoding="UTF-8" body-content="empty" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<%@ attribute name="pack" required="true" description="id of the domain" %>
<%@ attribute name="item" required="true" description="id of the item" %>
<%@ attribute name="value" description="the entry as JSON; none for a new one" %>
<%@ attribute name="report" description="attribute gongkai.report of a post that was refused" %>
<%@ attribute name="publisher" description="publisher of new entries" %>
<%@ attribute name="region" description="region code of new entries" %>
<%@ attribute name="version" description="version of the stored entry" %>
<%@ attribute name="draft" description="name of the draft in the browser, such as the address of the form" %>
<%@ attribute name="saved" description="name of the draft that has just been stored; it goes" %>
<%@ attribute name="name" description="parameter with the entry, the third argument of the filter; content when none" %>
<%@ attribute name="lang" description="zh-CN or en; zh-CN when none" %>
<%@ attribute name="fallback" description="label of the field for browsers that cannot show the form" %>
<c:set var="field" value="${empty name ? 'content' : name}"/>
<gongkai-form name="${fn:escapeXml(field)}" lang="${lang eq 'en' ? 'en' : 'zh-CN'}"
    pack="${fn:escapeXml(pageContext.request.contextPath)}/widgets/packs/${fn:escapeXml(pack)}.json" item="${fn:escapeXml(item)}"
    <c:if test="${not empty value}">value="${fn:escapeXml(value)}"</c:if>
    <c:if test="${not empty report}">report="${fn:escapeXml(report)}"</c:if>
    <c:if test="${not empty publisher}">publisher="${fn:escapeXml(publisher)}"</c:if>
    <c:if test="${not empty region}">region="${fn:escapeXml(region)}"</c:if>
    <c:if test="${not empty version}">version="${fn:escapeXml(version)}"</c:if>
    <c:if test="${not empty draft}">draft-key="${fn:escapeXml(draft)}" draft-saved="${empty saved ? 'none' : fn:escapeXml(saved)}"</c:if>
    guidance ready-list>
  <label><c:out value="${fallback}" default="表单组件无法使用时，可在此直接编辑 JSON"/>
    <textarea name="${fn:escapeXml(field)}" rows="20" cols="80">${fn:escapeXml(value)}</textarea></label>
</gongkai-form>
