<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_US">
<context>
    <name>AmountRange</name>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>from</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>to</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>Amount from, in won</source>
        <translation>최소 금액(원)</translation>
    </message>
    <message>
        <source>Amount to, in won</source>
        <translation>최대 금액(원)</translation>
    </message>
    <message>
        <source>The first amount is larger than the second.</source>
        <translation>최소 금액이 최대 금액보다 큽니다.</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Blocked: {count}</source>
        <translation>차단됨: {count}건</translation>
    </message>
    <message>
        <source>Refunds that are not clear yet. {counts}</source>
        <translation>아직 결과가 확실하지 않은 환불이 있습니다. {counts}</translation>
    </message>
    <message>
        <source>What is being checked: do not refund it in another way until {time}.</source>
        <translation>확인 중인 환불은 {time}까지 다른 방법으로 환불하지 마세요.</translation>
    </message>
    <message>
        <source>What is being checked: do not refund it in another way until {time} ({left} left).</source>
        <translation>확인 중인 환불은 {time}까지 다른 방법으로 환불하지 마세요. (남은 시간 {left})</translation>
    </message>
    <message>
        <source>1 payment is blocked</source>
        <translation>차단된 결제 1건</translation>
    </message>
    <message>
        <source>{count} payments are blocked</source>
        <translation>차단된 결제 {count}건</translation>
    </message>
    <message>
        <source>Since last time: {what}.</source>
        <translation>지난번 실행 이후 확실하지 않은 것: {what}.</translation>
    </message>
    <message>
        <source>Since last time: everything is clear now.</source>
        <translation>지난번에 끝나지 않은 환불이 모두 확인되었습니다.</translation>
    </message>
    <message>
        <source>The refund history shows how each refund ended.</source>
        <translation>각각의 결과는 환불 내역에서 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The program reads what is missing from PortOne. Each refund is safe meanwhile, because the payment is read afresh first.</source>
        <translation>빠진 기록은 프로그램이 포트원에서 불러옵니다. 환불하기 전에 매번 결제를 새로 조회하므로, 그동안에도 안전하게 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>The data folder is new, although this computer made refunds before.</source>
        <translation>이 컴퓨터에서 환불한 적이 있는데 데이터 폴더가 비어 있습니다.</translation>
    </message>
    <message>
        <source>The data folder seems to have been restored from an older copy.</source>
        <translation>데이터 폴더가 예전 복사본으로 되돌려진 것 같습니다.</translation>
    </message>
    <message>
        <source>What was missing here has been read from PortOne.</source>
        <translation>빠진 기록을 포트원에서 모두 불러왔습니다.</translation>
    </message>
    <message>
        <source>Refunds that were found there stand in the history as “Found at PortOne”.</source>
        <translation>찾은 환불은 환불 내역에 “포트원에서 발견”으로 표시됩니다.</translation>
    </message>
    <message>
        <source>Look at these orders. If a customer was paid in another way meanwhile, speak to them, and ask the PG where the record does not fit.</source>
        <translation>이 주문들을 확인해 주세요. 그사이 고객에게 다른 방법으로 돈을 드렸다면 고객과 상의하고, 기록이 맞지 않으면 PG사에 문의하세요.</translation>
    </message>
    <message>
        <source>Order {order}: PortOne&apos;s record no longer shows the refund of {amount}.</source>
        <translation>주문 {order}: 포트원 기록에서 {amount} 환불이 사라졌습니다.</translation>
    </message>
    <message>
        <source>Order {order}: the refund of {amount}, told as not made, was accepted after all.</source>
        <translation>주문 {order}: 되지 않은 것으로 알려 드린 {amount} 환불이 뒤늦게 접수되었습니다.</translation>
    </message>
    <message>
        <source>Order {order}: the refund of {amount}, told as not made, was made after all.</source>
        <translation>주문 {order}: 되지 않은 것으로 알려 드린 {amount} 환불이 뒤늦게 처리되었습니다.</translation>
    </message>
    <message>
        <source>Needs review: {count}</source>
        <translation>검토 필요: {count}건</translation>
    </message>
    <message>
        <source>Checking: {count}</source>
        <translation>확인 중: {count}건</translation>
    </message>
    <message>
        <source>Not sent, checking: {count}</source>
        <translation>전송 안 됨 · 확인 중: {count}건</translation>
    </message>
    <message>
        <source>Waiting for the PG: {count}</source>
        <translation>PG사 처리 대기: {count}건</translation>
    </message>
    <message>
        <source>1 refund needs a review</source>
        <translation>검토가 필요한 환불 1건</translation>
    </message>
    <message>
        <source>{count} refunds need a review</source>
        <translation>검토가 필요한 환불 {count}건</translation>
    </message>
    <message>
        <source>1 refund is being checked</source>
        <translation>확인 중인 환불 1건</translation>
    </message>
    <message>
        <source>{count} refunds are being checked</source>
        <translation>확인 중인 환불 {count}건</translation>
    </message>
    <message>
        <source>1 refund was not sent and is being checked</source>
        <translation>전송되지 않아 확인 중인 환불 1건</translation>
    </message>
    <message>
        <source>{count} refunds were not sent and are being checked</source>
        <translation>전송되지 않아 확인 중인 환불 {count}건</translation>
    </message>
    <message>
        <source>1 refund waits for the PG</source>
        <translation>PG사 처리를 기다리는 환불 1건</translation>
    </message>
    <message>
        <source>{count} refunds wait for the PG</source>
        <translation>PG사 처리를 기다리는 환불 {count}건</translation>
    </message>
    <message>
        <source>Look into the PG&apos;s own console, and write down in the review what you found.</source>
        <translation>PG사 관리자 페이지에서 확인한 다음, 확인한 내용을 검토 창에 적어 주세요.</translation>
    </message>
    <message>
        <source>Do not refund these in another way: the program reads PortOne&apos;s record until it is clear.</source>
        <translation>결과가 확실해질 때까지 프로그램이 포트원 기록을 조회하니, 그동안 다른 방법으로 환불하지 마세요.</translation>
    </message>
    <message>
        <source>Click the banner above to see them.</source>
        <translation>위의 알림 줄을 누르면 하나씩 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>AttentionBanner</name>
    <message>
        <source>Show them</source>
        <translation>보기</translation>
    </message>
</context>
<context>
    <name>BankFields</name>
    <message>
        <source>Bank</source>
        <translation>은행</translation>
    </message>
    <message>
        <source>{pg} pays into accounts at these {count} banks only.</source>
        <translation>{pg}에서는 목록에 있는 {count}개 은행의 계좌로만 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>Bank code of the PG</source>
        <translation>PG사 은행코드</translation>
    </message>
    <message>
        <source>{pg} has bank codes of its own that are not known here. Its manual lists them.</source>
        <translation>이 프로그램에는 {pg} 은행코드가 없습니다. PG사 매뉴얼에서 코드를 찾아 입력하세요.</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>계좌번호</translation>
    </message>
    <message>
        <source>Account number again</source>
        <translation>계좌번호 다시 입력</translation>
    </message>
    <message>
        <source>Please type the number a second time: that finds a wrong digit.</source>
        <translation>한 번 더 직접 입력해 주세요. 잘못 누른 숫자를 찾아냅니다.</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>예금주</translation>
    </message>
    <message>
        <source>Customer&apos;s phone</source>
        <translation>고객 전화번호</translation>
    </message>
</context>
<context>
    <name>ConfirmStep</name>
    <message>
        <source>Is this right?</source>
        <translation>이대로 환불할까요?</translation>
    </message>
    <message>
        <source>Refund now</source>
        <translation>환불하기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>By keyboard: Tab, then the space bar. Enter sends nothing.</source>
        <translation>키보드로는 Tab을 누른 다음 스페이스바를 누르세요. Enter로는 환불되지 않습니다.</translation>
    </message>
    <message>
        <source>Other refunds are still being sent. When one has ended, this one can go.</source>
        <translation>다른 환불을 보내는 중입니다. 하나가 끝나면 이 환불을 보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>Refund {amount} now</source>
        <translation>{amount} 환불하기</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>은행</translation>
    </message>
    <message>
        <source>Account number</source>
        <translation>계좌번호</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>예금주</translation>
    </message>
    <message>
        <source>Customer&apos;s phone</source>
        <translation>고객 전화번호</translation>
    </message>
    <message>
        <source>Remains refundable</source>
        <translation>환불 후 남는 금액</translation>
    </message>
    <message>
        <source>When it arrives</source>
        <translation>환불 시기</translation>
    </message>
</context>
<context>
    <name>DailyCloseView</name>
    <message>
        <source>Save as PDF</source>
        <translation>PDF로 저장</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>저장했습니다: {path}</translation>
    </message>
    <message>
        <source>It could not be saved there. Choose another folder.</source>
        <translation>그 위치에는 저장할 수 없습니다. 다른 폴더를 선택해 주세요.</translation>
    </message>
    <message>
        <source>Daily close of {day}</source>
        <translation>{day} 일일 마감</translation>
    </message>
    <message>
        <source>Method or order</source>
        <translation>결제수단 또는 주문</translation>
    </message>
    <message>
        <source>This terminal</source>
        <translation>이 단말기</translation>
    </message>
    <message>
        <source>PortOne</source>
        <translation>포트원</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>{side}:
number</source>
        <translation>{side}
건수</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>{side}:
sum</source>
        <translation>{side}
금액</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Day of the close</source>
        <translation>마감 날짜</translation>
    </message>
    <message>
        <source>Alt+Down opens the calendar.</source>
        <translation>Alt+↓를 누르면 달력이 열립니다.</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>전날</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>다음 날</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>인쇄…</translation>
    </message>
    <message>
        <source>This terminal, PortOne and the difference</source>
        <translation>이 단말기, 포트원, 차이</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>차이 내역</translation>
    </message>
    <message>
        <source>Not clear yet</source>
        <translation>결과가 확실하지 않음</translation>
    </message>
    <message>
        <source>Adding up…</source>
        <translation>집계하는 중…</translation>
    </message>
    <message>
        <source>Nothing is known of this day yet.</source>
        <translation>이날의 내역을 아직 불러오지 않았습니다.</translation>
    </message>
    <message>
        <source>Nothing went back on this day. Choose another day above.</source>
        <translation>이날은 환불이 없습니다. 위에서 다른 날짜를 선택해 주세요.</translation>
    </message>
    <message>
        <source>Both sides agree.</source>
        <translation>양쪽이 일치합니다.</translation>
    </message>
    <message>
        <source>Differences: {count}. Each is explained below; Enter opens its order.</source>
        <translation>차이 {count}건. 아래에 사유가 있으며, Enter를 누르면 주문이 열립니다.</translation>
    </message>
</context>
<context>
    <name>DatesEdit</name>
    <message>
        <source>Dates</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>From this day</source>
        <translation>시작일</translation>
    </message>
    <message>
        <source>Until this day</source>
        <translation>종료일</translation>
    </message>
    <message>
        <source>Alt+Down opens the calendar.</source>
        <translation>Alt+↓를 누르면 달력이 열립니다.</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>이전 달</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>다음 달</translation>
    </message>
    <message>
        <source>The first day is after the last one.</source>
        <translation>시작일이 종료일보다 늦습니다.</translation>
    </message>
</context>
<context>
    <name>DesktopNotice</name>
    <message>
        <source>Order {order}: {state}</source>
        <translation>주문 {order}: {state}</translation>
    </message>
    <message>
        <source>The refund of {amount} is clear now.</source>
        <translation>{amount} 환불의 결과가 확인되었습니다.</translation>
    </message>
    <message>
        <source>Please look at the refund of {amount}.</source>
        <translation>{amount} 환불을 확인해 주세요.</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>TEST</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Refunds of this order</source>
        <translation>이 주문의 환불 내역</translation>
    </message>
    <message>
        <source>Refunded outside…</source>
        <translation>외부 환불 기록…</translation>
    </message>
    <message>
        <source>Choose an order to see its payment and its refunds.</source>
        <translation>주문을 선택하면 결제와 환불 내역이 보입니다.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>불러오는 중…</translation>
    </message>
    <message>
        <source>Show the open refund</source>
        <translation>진행 중인 환불 보기</translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation>환불…</translation>
    </message>
    <message>
        <source>Refundable</source>
        <translation>환불 가능 금액</translation>
    </message>
    <message>
        <source>Refundable until</source>
        <translation>환불 기한</translation>
    </message>
    <message>
        <source>Paid amount</source>
        <translation>결제 금액</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>환불 금액</translation>
    </message>
    <message>
        <source>Promotion discount</source>
        <translation>프로모션 할인</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>PG</source>
        <translation>PG사</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>결제 일시</translation>
    </message>
    <message>
        <source>Approval no.</source>
        <translation>승인번호</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>실패 사유</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>결제 번호</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>영수증</translation>
    </message>
    <message>
        <source>{day} (over)</source>
        <translation>{day} (지남)</translation>
    </message>
    <message>
        <source>about {day}</source>
        <translation>{day}경</translation>
    </message>
</context>
<context>
    <name>DiscardQuestion</name>
    <message>
        <source>What was typed here would be lost.</source>
        <translation>입력하신 내용이 사라집니다.</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>계속 입력</translation>
    </message>
    <message>
        <source>Discard and close</source>
        <translation>버리고 닫기</translation>
    </message>
</context>
<context>
    <name>EscrowCheck</name>
    <message>
        <source>The buyer has confirmed the purchase</source>
        <translation>구매자가 구매를 확정했습니다</translation>
    </message>
    <message>
        <source>This is an escrow payment: the money is held until the buyer confirms that the goods came. Tick this only if that has been done; it is sent with the refund.</source>
        <translation>에스크로 결제입니다. 구매자가 물건을 받고 구매를 확정할 때까지 대금이 보관됩니다. 구매 확정이 끝난 경우에만 체크해 주세요. 환불 요청과 함께 전송됩니다.</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>Clear filters</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>Filter off: {filter}</source>
        <translation>필터 해제: {filter}</translation>
    </message>
</context>
<context>
    <name>FormNotices</name>
    <message>
        <source>I looked there: it has not been refunded.</source>
        <translation>PG사에서 확인했습니다. 환불되지 않았습니다.</translation>
    </message>
    <message>
        <source>The whole amount or a part of it can be refunded.</source>
        <translation>전액 또는 일부를 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>The refund is paid into a bank account: ask the customer for it.</source>
        <translation>고객의 은행 계좌로 환불됩니다. 고객에게 계좌를 물어보세요.</translation>
    </message>
    <message>
        <source>The whole amount can be refunded; a part of it perhaps not.</source>
        <translation>전액 환불은 가능하지만 부분 환불은 안 될 수 있습니다.</translation>
    </message>
    <message>
        <source>While this was open, somebody refunded elsewhere: {before} was refundable, now it is {after}. Nothing was sent. Look at the amount and confirm it again.</source>
        <translation>이 창이 열려 있는 동안 다른 곳에서 환불되었습니다. 환불 가능 금액: {before} → {after}. 아무것도 전송되지 않았습니다. 금액을 다시 확인해 주세요.</translation>
    </message>
    <message>
        <source>{when}: {amount}, {state}</source>
        <translation>{when}: {amount}, {state}</translation>
    </message>
    <message>
        <source>Look into {pg}&apos;s own console first, so that nothing is refunded twice.</source>
        <translation>두 번 환불되지 않도록 {pg} 관리자 페이지에서 먼저 확인하세요.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Press {practice} at the first start. It is a made-up shop: no real money moves there.</source>
        <translation>처음 시작할 때 {practice} 버튼을 누르세요. 가상의 가게이므로 실제 돈은 움직이지 않습니다.</translation>
    </message>
    <message>
        <source>Choose an order in the list and press {refund}.</source>
        <translation>목록에서 주문을 고르고 {refund} 버튼을 누르세요.</translation>
    </message>
    <message>
        <source>Press {whole}, choose a reason, press {go_on}, look, and confirm.</source>
        <translation>{whole} 버튼을 누르고 사유를 고른 뒤 {go_on} 버튼을 누르세요. 내용을 확인하고 환불을 확정하세요.</translation>
    </message>
    <message>
        <source>For your own shop, start the program again and enter the REST API key and secret.</source>
        <translation>실제 가게를 연결하려면 프로그램을 다시 시작해 REST API 키와 시크릿을 입력하세요.</translation>
    </message>
    <message>
        <source>Press {test_keys}, then {finish}.</source>
        <translation>{test_keys} 버튼을 누른 뒤 {finish} 버튼을 누르세요.</translation>
    </message>
    <message>
        <source>The keys stand in PortOne&apos;s console: admin.portone.io → Integration → Keys → V1 API. Shop name, people and reasons are set under {settings}.</source>
        <translation>키는 포트원 콘솔(admin.portone.io → 결제 연동 → 연동 정보 → 식별코드·API Keys → V1 API)에 있습니다. 가게 이름, 담당자, 환불 사유는 {settings}에서 정합니다.</translation>
    </message>
    <message>
        <source>Find the order: type any part of it, or scan its barcode. Then press {refund}.</source>
        <translation>주문번호, 이름, 상품 등의 일부를 입력하거나 바코드를 스캔해 주문을 찾고 {refund} 버튼을 누르세요.</translation>
    </message>
    <message>
        <source>The payment is read afresh. What is possible, and when the customer has it, is told above.</source>
        <translation>결제 정보를 새로 조회합니다. 가능한 환불과 고객에게 돈이 도착하는 때가 위쪽에 표시됩니다.</translation>
    </message>
    <message>
        <source>Press {whole}, or type an amount. Choose or type a reason.</source>
        <translation>{whole} 버튼을 누르거나 금액을 입력하세요. 사유를 고르거나 입력하세요.</translation>
    </message>
    <message>
        <source>Press {go_on}. Compare buyer, amount and method with the customer.</source>
        <translation>{go_on} 버튼을 누르세요. 구매자, 금액, 결제수단을 고객과 함께 확인하세요.</translation>
    </message>
    <message>
        <source>Press {confirm}. By keyboard: Tab, then the space bar.</source>
        <translation>{confirm} 버튼을 누르세요. 키보드로는 Tab 키를 누른 뒤 스페이스바를 누릅니다.</translation>
    </message>
    <message>
        <source>{copy} copies a sentence that says how much goes back and when it arrives.</source>
        <translation>{copy} 버튼은 환불 금액과 도착 시기를 알리는 문장을 복사합니다.</translation>
    </message>
    <message>
        <source>{receipt} shows the receipt, to print it or to save it as PDF. {undo} tells, on the same day, how a PG takes a mistaken refund back.</source>
        <translation>{receipt} 버튼으로 영수증을 인쇄하거나 PDF로 저장합니다. 잘못 환불했다면 당일에는 {undo} 버튼이 PG사에서 되돌리는 방법을 알려 드립니다.</translation>
    </message>
    <message>
        <source>After a part was refunded the order is {partly}, and the rest can be refunded later. Nothing is left when it is {fully}.</source>
        <translation>일부만 환불하면 주문은 {partly} 상태가 되고 나머지는 나중에 환불할 수 있습니다. 남은 금액이 없으면 {fully} 상태가 됩니다.</translation>
    </message>
    <message>
        <source>Nothing is sent before the confirmation, and Enter never confirms.</source>
        <translation>확정하기 전에는 아무것도 전송되지 않으며, Enter 키로는 확정되지 않습니다.</translation>
    </message>
    <message>
        <source>{checking} means: the answer did not arrive, so it is not known yet whether the money went back. The program keeps reading PortOne&apos;s record until it is clear, also after a restart.</source>
        <translation>{checking}: 응답을 받지 못해 환불되었는지 아직 알 수 없는 상태입니다. 결과가 확인될 때까지, 프로그램을 다시 시작한 뒤에도 포트원 기록을 계속 조회합니다.</translation>
    </message>
    <message>
        <source>Until then do not pay the customer in another way: it would be paid twice. {check} reads at once.</source>
        <translation>그때까지는 다른 방법으로 환불하지 마세요. 두 번 환불될 수 있습니다. {check} 버튼을 누르면 바로 조회합니다.</translation>
    </message>
    <message>
        <source>{needs_review} means: PortOne&apos;s record alone cannot say it. Press {review}, look into the PG&apos;s own console, write what you found, and press {decide}.</source>
        <translation>{needs_review}: 포트원 기록만으로는 알 수 없는 상태입니다. {review} 버튼을 누르고 PG사 관리자 페이지에서 확인한 내용을 적은 뒤 {decide} 버튼을 누르세요.</translation>
    </message>
    <message>
        <source>Money paid into a virtual account goes back to a bank account of the customer: ask for bank, number and holder. The number is typed twice and never stored.</source>
        <translation>가상계좌로 받은 돈은 고객의 은행 계좌로 환불합니다. 은행, 계좌번호, 예금주를 물어보세요. 계좌번호는 두 번 입력하며 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>The PG does not check the account. A wrong number may pay somebody else, so read it back to the customer.</source>
        <translation>PG사는 계좌를 확인하지 않습니다. 번호가 틀리면 다른 사람에게 입금될 수 있으니 고객에게 다시 읽어 확인하세요.</translation>
    </message>
    <message>
        <source>Most PGs need a contract for these refunds (Toss Payments does not), they cost the shop about 300 won each, and arrive on the next business day. Danal cannot make them.</source>
        <translation>대부분의 PG사는 가상계좌 환불 특약이 필요하고(토스페이먼츠 제외), 건당 약 300원의 수수료가 들며, 다음 영업일에 입금됩니다. 다날은 가상계좌 환불을 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>An order that is {unpaid} has received no money: nothing to give back.</source>
        <translation>{unpaid} 상태의 주문은 입금되지 않았으므로 돌려줄 돈이 없습니다.</translation>
    </message>
    <message>
        <source>PGs take refunds out of the money that they have not paid out to you yet. On a day with few sales it may not suffice, and the PG refuses although everything is right.</source>
        <translation>PG사는 아직 정산하지 않은 금액에서 환불합니다. 매출이 적은 날에는 이 금액이 모자라 아무 잘못이 없어도 환불이 거절될 수 있습니다.</translation>
    </message>
    <message>
        <source>Call the PG: it says how to deposit the missing amount, or refunds it by hand. After a refund by hand, write to cs@portone.io, so that PortOne&apos;s record is put right: {mail} copies the mail, filled in.</source>
        <translation>PG사에 전화하면 모자란 금액을 입금하는 방법을 알려 주거나 직접 환불해 줍니다. PG사가 직접 환불했다면 포트원 기록을 바로잡도록 cs@portone.io로 메일을 보내세요. {mail} 버튼이 내용을 채운 메일을 복사합니다.</translation>
    </message>
    <message>
        <source>After the deadline, pay the customer in another way, by bank transfer for example, and write it down with {outside} at the order: the daily close counts it then.</source>
        <translation>기한이 지났다면 계좌이체 등 다른 방법으로 고객에게 돌려주고, 주문의 {outside} 버튼으로 적어 두세요. 그러면 일일 마감에 반영됩니다.</translation>
    </message>
    <message>
        <source>{summary} → {close_of_day} compares what this terminal refunded on a day with what PortOne shows for it. Each difference is listed with its reason; Enter opens its order. Print it at the end of the day.</source>
        <translation>{summary} → {close_of_day}에서 하루 동안 이 단말기에서 환불한 금액과 포트원 기록을 비교합니다. 차이는 사유와 함께 한 줄씩 표시되며, Enter를 누르면 해당 주문이 열립니다. 하루를 마칠 때 인쇄해 두세요.</translation>
    </message>
    <message>
        <source>{export} writes what the list shows into a file for Excel or as CSV, {print} prints it or saves it as PDF. {receipt} beside a refund shows its receipt again.</source>
        <translation>{export} 버튼으로 목록에 보이는 내용을 엑셀이나 CSV 파일로 저장하고, {print} 버튼으로 인쇄하거나 PDF로 저장합니다. 환불을 고르면 {receipt} 버튼으로 영수증을 다시 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>What belongs to the shop is sent nowhere but to PortOne. Once a day the program asks whether there is a newer version of it; {settings} turns that off. Log and {report} hold no customer and no key.</source>
        <translation>가게의 정보는 포트원 외에는 어디에도 전송하지 않습니다. 하루에 한 번 새 버전이 있는지만 확인하며, {settings}에서 끌 수 있습니다. 로그와 {report}에는 고객 정보와 키가 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Refunding again later is safe: what was refused has moved no money.</source>
        <translation>나중에 다시 환불해도 안전합니다. 거절된 환불은 돈이 움직이지 않았습니다.</translation>
    </message>
    <message>
        <source>The order&apos;s detail shows {until}. The refund dialog says it too, before anything is sent.</source>
        <translation>주문 상세에 {until} 항목이 표시됩니다. 환불 창에서도 전송하기 전에 알려 드립니다.</translation>
    </message>
    <message>
        <source>Phone payments: only in the calendar month of the payment. Card: about a year, with some issuers less. KSNET: six months. PayPal: 180 days. Virtual accounts: no deadline.</source>
        <translation>휴대폰 결제는 결제한 달 안에만, 카드는 약 1년(카드사에 따라 더 짧음), KSNET은 6개월, PayPal은 180일 안에 환불할 수 있습니다. 가상계좌는 기한이 없습니다.</translation>
    </message>
    <message>
        <source>What went back in another way counts once it was written down with {outside}, at the order or in its refund dialog.</source>
        <translation>다른 방법으로 돌려준 금액은 주문이나 환불 창의 {outside} 버튼으로 적어 두어야 마감에 반영됩니다.</translation>
    </message>
    <message>
        <source>Refunds made in PortOne&apos;s console are found by themselves. One made in a PG&apos;s own console is not told to PortOne: write to cs@portone.io.</source>
        <translation>포트원 콘솔에서 한 환불은 자동으로 찾습니다. PG사 관리자 페이지에서 한 환불은 포트원에 전달되지 않으니 cs@portone.io로 메일을 보내세요.</translation>
    </message>
    <message>
        <source>The page beside it adds up the refunds of a time: by day, week or month, by method, reason, PG and person, and as a share of sales.</source>
        <translation>그 옆의 집계 화면에서는 기간별 환불을 일·주·월 단위와 결제수단, 사유, PG사, 담당자별로 합산하고 매출 대비 비율을 보여 줍니다.</translation>
    </message>
    <message>
        <source>{history} holds every refund and every attempt for good, and can be read without a network. Nobody can change or delete a line of it.</source>
        <translation>{history}에는 모든 환불과 시도가 계속 남으며 인터넷 없이도 볼 수 있습니다. 아무도 고치거나 지울 수 없습니다.</translation>
    </message>
    <message>
        <source>Scan a barcode or QR code with the order number anywhere in the main window: its refund dialog opens. The scanner must be one that works as a keyboard and ends with Enter.</source>
        <translation>기본 창 어디에서나 주문번호가 담긴 바코드나 QR 코드를 스캔하면 환불 창이 열립니다. 스캐너는 키보드처럼 작동하고 끝에 Enter를 보내는 것이어야 합니다.</translation>
    </message>
    <message>
        <source>It also works in Hangul mode. A scan never confirms a refund.</source>
        <translation>한글 입력 상태에서도 작동합니다. 스캔으로는 환불이 확정되지 않습니다.</translation>
    </message>
    <message>
        <source>If a new order is not found, press {load}, then scan again.</source>
        <translation>새 주문을 찾지 못하면 {load} 버튼을 누른 뒤 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>Orders and refunds lie on this computer only, in the data folder. {log_folder} opens it. A copy is made every day; seven are kept.</source>
        <translation>주문과 환불 기록은 이 컴퓨터의 데이터 폴더에만 저장됩니다. {log_folder} 버튼으로 폴더를 열 수 있습니다. 매일 백업하며 7개를 보관합니다.</translation>
    </message>
    <message>
        <source>API keys lie in the computer&apos;s own keyring, never in a file. Of customers&apos; account numbers only the last digits are kept.</source>
        <translation>API 키는 파일이 아니라 컴퓨터의 보안 보관함에만 저장됩니다. 고객의 계좌번호는 끝자리만 남깁니다.</translation>
    </message>
    <message>
        <source>PortOne: cs@portone.io. Give the payment&apos;s number (imp_…), the time, and the answer that you got, word for word: it stands in {history}.</source>
        <translation>포트원: cs@portone.io. 결제 번호(imp_…), 일시, 받은 응답 원문을 알려 주세요. 원문은 {history}에 있습니다.</translation>
    </message>
    <message>
        <source>The program itself: {report} collects what support needs, and shows it to you first.</source>
        <translation>프로그램 문의: {report} 버튼이 문의에 필요한 내용을 모아 먼저 보여 드립니다.</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>처음 시작하기</translation>
    </message>
    <message>
        <source>Refund an order</source>
        <translation>주문 환불하기</translation>
    </message>
    <message>
        <source>Checking, and what to do</source>
        <translation>확인 중일 때 할 일</translation>
    </message>
    <message>
        <source>Virtual accounts</source>
        <translation>가상계좌</translation>
    </message>
    <message>
        <source>Not enough unsettled money</source>
        <translation>미정산 금액이 모자랄 때</translation>
    </message>
    <message>
        <source>Until when a refund is possible</source>
        <translation>환불 가능 기한</translation>
    </message>
    <message>
        <source>Summary and daily close</source>
        <translation>집계와 일일 마감</translation>
    </message>
    <message>
        <source>History and export</source>
        <translation>내역과 내보내기</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>스캐너</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Privacy, and where data lies</source>
        <translation>개인정보와 저장 위치</translation>
    </message>
    <message>
        <source>Reach PortOne and the PG</source>
        <translation>포트원과 PG사 연락처</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>새로운 기능</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Search in help</source>
        <translation>도움말 검색</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>도움말 항목</translation>
    </message>
    <message>
        <source>Text of the topic</source>
        <translation>도움말 내용</translation>
    </message>
    <message>
        <source>One page to print</source>
        <translation>한 장 안내문</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>로그 폴더 열기</translation>
    </message>
    <message>
        <source>Support report…</source>
        <translation>문의용 보고서…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>This could not be opened. It lies here: {path}</source>
        <translation>열 수 없습니다. 위치: {path}</translation>
    </message>
</context>
<context>
    <name>HistoryDetail</name>
    <message>
        <source>Show the order</source>
        <translation>주문 보기</translation>
    </message>
    <message>
        <source>Receipt…</source>
        <translation>영수증…</translation>
    </message>
    <message>
        <source>Choose a refund to see its proof.</source>
        <translation>환불을 선택하면 증빙이 보입니다.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>불러오는 중…</translation>
    </message>
</context>
<context>
    <name>HistoryEntry</name>
    <message>
        <source>It was not made with this program. What stands here is what PortOne&apos;s record shows; who did it is not known here.</source>
        <translation>이 프로그램으로 처리한 환불이 아닙니다. 포트원 기록에 있는 내용만 표시하며, 누가 처리했는지는 여기서 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation>주문 보기</translation>
    </message>
    <message>
        <source>It was noted here, nothing was sent: what stands here is what was written down. A wrong note is taken back from its order.</source>
        <translation>여기서 기록만 한 환불이며, 포트원에 보낸 것은 없습니다. 적어 둔 내용을 그대로 표시합니다. 잘못 적은 기록은 해당 주문에서 취소하세요.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>불러오는 중…</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Seen here</source>
        <translation>확인한 때</translation>
    </message>
    <message>
        <source>How</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>기록 취소</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>PG</source>
        <translation>PG사</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>환불 태그</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>취소 번호</translation>
    </message>
    <message>
        <source>PG&apos;s number</source>
        <translation>PG 거래번호</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>영수증</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>결제 번호</translation>
    </message>
</context>
<context>
    <name>HistoryFilters</name>
    <message>
        <source>Order no., buyer, goods, tag, reason…</source>
        <translation>주문번호, 구매자, 상품, 태그, 사유…</translation>
    </message>
    <message>
        <source>Search refunds</source>
        <translation>환불 찾기</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>모든 상태</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Where it was made</source>
        <translation>처리한 곳</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>처리한 곳 전체</translation>
    </message>
    <message>
        <source>Made here</source>
        <translation>이 단말기</translation>
    </message>
    <message>
        <source>Made elsewhere</source>
        <translation>다른 곳</translation>
    </message>
    <message>
        <source>Reset filters</source>
        <translation>필터 초기화</translation>
    </message>
    <message>
        <source>All methods</source>
        <translation>모든 결제수단</translation>
    </message>
    <message>
        <source>All operators</source>
        <translation>모든 담당자</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>출처</translation>
    </message>
</context>
<context>
    <name>HistoryOutput</name>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>표시된 내역 내보내기</translation>
    </message>
    <message>
        <source>Excel (.xlsx)…</source>
        <translation>엑셀 (.xlsx)…</translation>
    </message>
    <message>
        <source>Text for other programs (.csv)…</source>
        <translation>다른 프로그램용 텍스트 (.csv)…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>Print what is shown</source>
        <translation>표시된 내역 인쇄</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>인쇄…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF로 저장…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>파일 열기</translation>
    </message>
    <message>
        <source>Save what is shown</source>
        <translation>표시된 내역 저장</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>중단하는 중…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>환불 내역을 불러오는 중…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{total}건 중 {done}건</translation>
    </message>
    <message>
        <source>Saved {count}: {name}</source>
        <translation>{count}건 저장함: {name}</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Refunds</source>
        <translation>환불 내역</translation>
    </message>
    <message>
        <source>No refund was made yet.</source>
        <translation>아직 환불이 없습니다.</translation>
    </message>
    <message>
        <source>Choose an order under Orders to refund it. It then stands here for good.</source>
        <translation>주문 화면에서 주문을 골라 환불하면 여기에 계속 남습니다.</translation>
    </message>
    <message>
        <source>No refund was found.</source>
        <translation>찾는 환불이 없습니다.</translation>
    </message>
    <message>
        <source>Change the search or the filters above.</source>
        <translation>검색어나 위의 조건을 바꿔 보세요.</translation>
    </message>
</context>
<context>
    <name>HistoryTexts</name>
    <message>
        <source>{count} shown</source>
        <translation>{count}건 표시</translation>
    </message>
    <message>
        <source>Refunded {count}: {sums}</source>
        <translation>환불 {count}건: {sums}</translation>
    </message>
    <message>
        <source>Refunded outside {count}: {sums}</source>
        <translation>외부 환불 {count}건: {sums}</translation>
    </message>
    <message>
        <source>Not ended {count}: {sums}</source>
        <translation>진행 중 {count}건: {sums}</translation>
    </message>
    <message>
        <source>Test payments, not counted: {count}</source>
        <translation>테스트 결제, 합계 제외: {count}건</translation>
    </message>
    <message>
        <source>refunds-{day}</source>
        <translation>환불내역-{day}</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>환불 내역</translation>
    </message>
    <message>
        <source>Refunded: {count}</source>
        <translation>환불 {count}건</translation>
    </message>
    <message>
        <source>Refunded outside: {count}</source>
        <translation>외부 환불 {count}건</translation>
    </message>
    <message>
        <source>Not ended: {count}</source>
        <translation>진행 중 {count}건</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>통화</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>PG</source>
        <translation>PG사</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>카운터</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>환불 태그</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>취소 번호</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>포트원 응답</translation>
    </message>
</context>
<context>
    <name>KeysForm</name>
    <message>
        <source>REST API key</source>
        <translation>REST API Key</translation>
    </message>
    <message>
        <source>REST API secret</source>
        <translation>REST API Secret</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>연결 확인</translation>
    </message>
    <message>
        <source>Asking PortOne…</source>
        <translation>포트원에 확인하는 중…</translation>
    </message>
    <message>
        <source>✓ Connected. These keys work.</source>
        <translation>✓ 연결되었습니다. 사용할 수 있는 키입니다.</translation>
    </message>
</context>
<context>
    <name>LanguageCombo</name>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
</context>
<context>
    <name>ListSorting</name>
    <message>
        <source>Sort by: {column}</source>
        <translation>{column} 순으로 정렬</translation>
    </message>
    <message>
        <source>What a search finds stands newest first.</source>
        <translation>검색 결과는 항상 최신순으로 표시됩니다.</translation>
    </message>
    <message>
        <source>Click to sort, or press {key} in the list.</source>
        <translation>누르면 정렬됩니다. 목록에서는 {key} 키를 쓸 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>LoadingCard</name>
    <message>
        <source>Loading</source>
        <translation>주문 불러오기</translation>
    </message>
    <message>
        <source>Orders to load</source>
        <translation>불러올 주문</translation>
    </message>
    <message>
        <source>Tell the shop&apos;s own server about refunds (webhook)</source>
        <translation>환불을 가게 서버에 알리기 (웹훅)</translation>
    </message>
    <message>
        <source>Tell on the desktop when a refund in Checking is clear</source>
        <translation>확인 중이던 환불의 결과가 나오면 알림 표시</translation>
    </message>
    <message>
        <source>Ask once a day whether there is a newer version</source>
        <translation>하루에 한 번 새 버전이 있는지 확인</translation>
    </message>
</context>
<context>
    <name>LoadingStep</name>
    <message>
        <source>Read again</source>
        <translation>다시 조회</translation>
    </message>
    <message>
        <source>Reading the payment…</source>
        <translation>결제를 확인하는 중…</translation>
    </message>
    <message>
        <source>A refund needs the network: the payment is read afresh before each one.</source>
        <translation>환불하려면 인터넷이 필요합니다. 환불 전에 결제를 매번 새로 확인합니다.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Refund terminal – PRACTICE</source>
        <translation>환불 단말기 – 연습 모드</translation>
    </message>
    <message>
        <source>Refund terminal</source>
        <translation>환불 단말기</translation>
    </message>
    <message>
        <source>A refund is being sent: the window stays open until its answer is there.</source>
        <translation>환불을 보내는 중입니다. 응답이 올 때까지 창을 닫을 수 없습니다.</translation>
    </message>
    <message>
        <source>Close it again in a moment.</source>
        <translation>잠시 후 다시 닫아 주세요.</translation>
    </message>
    <message>
        <source>The answer to a refund is not saved yet: the disk does not take it.</source>
        <translation>환불 응답을 아직 저장하지 못했습니다. 디스크에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Make room on the disk; it is tried again each second. Close again to leave it.</source>
        <translation>디스크 공간을 확보해 주세요. 1초마다 다시 저장합니다. 그대로 닫으려면 한 번 더 닫으세요.</translation>
    </message>
</context>
<context>
    <name>MonthsSpin</name>
    <message>
        <source> months</source>
        <translation>개월</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Months of orders to load</source>
        <translation>불러올 주문 기간(개월)</translation>
    </message>
</context>
<context>
    <name>MoreFilters</name>
    <message>
        <source>PG</source>
        <translation>PG사</translation>
    </message>
    <message>
        <source>Refundable until soon</source>
        <translation>환불 기한 임박</translation>
    </message>
    <message>
        <source>Phone payments in their month&apos;s last week; payments by card, PayPal, Naver Pay or KSNET in the last 30 days before their deadline.</source>
        <translation>휴대폰 결제는 결제한 달의 마지막 주, 카드·PayPal·네이버페이·KSNET 결제는 환불 기한 전 30일 동안 표시됩니다.</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>집계·마감</translation>
    </message>
    <message>
        <source>Refund history</source>
        <translation>환불 내역</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Summary and daily close</source>
        <translation>집계와 일일 마감</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>연습 모드</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>실제 환불</translation>
    </message>
    <message>
        <source>A made-up shop. No real money moves here.</source>
        <translation>가상의 가게입니다. 실제 돈은 나가지 않습니다.</translation>
    </message>
    <message>
        <source>Refunds move real money.</source>
        <translation>환불하면 실제 돈이 나갑니다.</translation>
    </message>
    <message>
        <source>Refund history ({count})</source>
        <translation>환불 내역 ({count})</translation>
    </message>
    <message>
        <source>Refund history, not clear yet: {count}</source>
        <translation>환불 내역, 결과가 확실하지 않은 환불 {count}건</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>Refund any order, in whole or in part, with a confirmation.</source>
        <translation>주문을 전액 또는 일부만, 확인 단계를 거쳐 환불합니다.</translation>
    </message>
    <message>
        <source>A lost answer is Checking until it is clear, never “failed”.</source>
        <translation>응답을 받지 못하면 “실패”가 아니라 결과가 확인될 때까지 확인 중으로 표시합니다.</translation>
    </message>
    <message>
        <source>Search by any part of an order, or scan it.</source>
        <translation>주문번호, 이름, 상품 등 아무 부분으로나 주문을 찾고, 바코드를 스캔할 수 있습니다.</translation>
    </message>
    <message>
        <source>Receipts, lists and the daily close on paper, as PDF or for Excel.</source>
        <translation>영수증, 환불 내역, 일일 마감을 인쇄하거나 PDF·엑셀로 저장합니다.</translation>
    </message>
    <message>
        <source>Help with F1, also on what is on screen.</source>
        <translation>F1 키로 지금 화면에 맞는 도움말을 봅니다.</translation>
    </message>
</context>
<context>
    <name>NewsNotice</name>
    <message>
        <source>What is new</source>
        <translation>새로운 기능</translation>
    </message>
    <message>
        <source>The refund terminal was updated to version {version}.</source>
        <translation>환불 단말기가 {version} 버전으로 업데이트되었습니다.</translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message>
        <source>Copy the mail to PortOne</source>
        <translation>포트원에 보낼 메일 복사</translation>
    </message>
    <message>
        <source>Refunded by mistake?</source>
        <translation>잘못 환불했나요?</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>OK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Put this notice away</source>
        <translation>알림 닫기</translation>
    </message>
</context>
<context>
    <name>OperatorCombo</name>
    <message>
        <source>Operator</source>
        <translation>담당자</translation>
    </message>
</context>
<context>
    <name>OrderCount</name>
    <message>
        <source>{count} · a search begins with two characters</source>
        <translation>{count} · 검색은 두 글자부터 시작됩니다</translation>
    </message>
    <message>
        <source>{number} found</source>
        <translation>{number}건 찾음</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>주문 1건</translation>
    </message>
    <message>
        <source>{number} orders</source>
        <translation>주문 {number}건</translation>
    </message>
</context>
<context>
    <name>OrderFilters</name>
    <message>
        <source>Order no., buyer, goods, phone, approval no.…</source>
        <translation>주문번호, 구매자, 상품, 전화번호, 승인번호…</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>주문 찾기</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>모든 상태</translation>
    </message>
    <message>
        <source>All PGs</source>
        <translation>모든 PG사</translation>
    </message>
    <message>
        <source>More filters ({count})</source>
        <translation>필터 더 보기 ({count})</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>필터 더 보기</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>All methods</source>
        <translation>모든 결제수단</translation>
    </message>
</context>
<context>
    <name>OrdersModel</name>
    <message>
        <source>Date</source>
        <translation>일시</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>결제 금액</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>환불 금액</translation>
    </message>
    <message>
        <source>Refundable</source>
        <translation>환불 가능</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>{state} · TEST</source>
        <translation>{state} · 테스트</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>This shop is not connected yet.</source>
        <translation>아직 가게가 연결되지 않았습니다.</translation>
    </message>
    <message>
        <source>Enter its API keys, or try practice mode first.</source>
        <translation>API 키를 입력하거나 연습 모드로 먼저 해 보세요.</translation>
    </message>
    <message>
        <source>Orders are being loaded…</source>
        <translation>주문을 불러오고 있습니다…</translation>
    </message>
    <message>
        <source>They appear here as they come. You need not wait.</source>
        <translation>불러오는 대로 여기에 표시됩니다. 기다리지 않으셔도 됩니다.</translation>
    </message>
    <message>
        <source>Orders could not be loaded.</source>
        <translation>주문을 불러오지 못했습니다.</translation>
    </message>
    <message>
        <source>Why stands below. F5 tries again.</source>
        <translation>이유는 아래에 표시됩니다. F5 키를 누르면 다시 시도합니다.</translation>
    </message>
    <message>
        <source>PortOne has no orders in the loaded time.</source>
        <translation>불러온 기간에 포트원 주문이 없습니다.</translation>
    </message>
    <message>
        <source>F5 looks again. How many months are loaded is set under Settings (Ctrl+,).</source>
        <translation>F5 키로 다시 불러옵니다. 불러올 기간은 설정(Ctrl+,)에서 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>There are no orders here yet.</source>
        <translation>아직 불러온 주문이 없습니다.</translation>
    </message>
    <message>
        <source>Press F5 to load them from PortOne.</source>
        <translation>F5를 누르면 포트원에서 불러옵니다.</translation>
    </message>
    <message>
        <source>Connect your shop…</source>
        <translation>가게 연결하기…</translation>
    </message>
    <message>
        <source>These filters are on: {filters}. “Clear filters” above puts them off.</source>
        <translation>적용된 필터: {filters}. 위의 ‘필터 지우기’를 누르면 모두 해제됩니다.</translation>
    </message>
    <message>
        <source>No order was found.</source>
        <translation>찾는 주문이 없습니다.</translation>
    </message>
    <message>
        <source>Change the search or the filters above.</source>
        <translation>검색어나 위의 조건을 바꿔 보세요.</translation>
    </message>
</context>
<context>
    <name>OutsideDialog</name>
    <message>
        <source>Refunded outside</source>
        <translation>외부 환불</translation>
    </message>
    <message>
        <source>Write down what went back in another way</source>
        <translation>다른 방법으로 돌려준 금액 기록</translation>
    </message>
    <message>
        <source>Nothing is sent. The note lowers what can be refunded here, by at most {left}, and the daily close counts it.</source>
        <translation>아무것도 전송되지 않습니다. 기록한 금액만큼 여기서 환불할 수 있는 금액이 줄어들며(최대 {left}), 일일 마감에 반영됩니다.</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>All that is left</source>
        <translation>남은 금액 전부</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Day on which the money went back</source>
        <translation>돌려준 날짜</translation>
    </message>
    <message>
        <source>How</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>How the money went back</source>
        <translation>돌려준 방법</translation>
    </message>
    <message>
        <source>Note (stays here)</source>
        <translation>메모 (가게에만 남음)</translation>
    </message>
    <message>
        <source>Write the note down</source>
        <translation>기록하기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>기록 취소</translation>
    </message>
    <message>
        <source>Take this note back: {note}</source>
        <translation>이 기록 취소: {note}</translation>
    </message>
</context>
<context>
    <name>PaymentCard</name>
    <message>
        <source>Refundable</source>
        <translation>환불 가능 금액</translation>
    </message>
    <message>
        <source>TEST PAYMENT</source>
        <translation>테스트 결제</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>결제 일시</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>결제 금액</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>환불 금액</translation>
    </message>
    <message>
        <source>Refunded outside</source>
        <translation>외부 환불</translation>
    </message>
</context>
<context>
    <name>PayoutNote</name>
    <message>
        <source>Operator</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>The customer has confirmed the money</source>
        <translation>고객이 입금을 확인함</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>People and reasons</source>
        <translation>담당자와 환불 사유</translation>
    </message>
    <message>
        <source>Operators (one per line)</source>
        <translation>담당자 (한 줄에 한 명)</translation>
    </message>
    <message>
        <source>Reasons (one per line)</source>
        <translation>환불 사유 (한 줄에 하나)</translation>
    </message>
</context>
<context>
    <name>PeriodFilter</name>
    <message>
        <source>Period</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>이번 달</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>지난달</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>올해</translation>
    </message>
    <message>
        <source>Choose dates…</source>
        <translation>날짜 선택…</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>전체 기간</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>어제</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7일</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30일</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90일</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>This computer has no printer yet</source>
        <translation>이 컴퓨터에 설치된 프린터가 없습니다</translation>
    </message>
    <message>
        <source>Add one in the computer&apos;s own settings and try again. Until then it can be saved as a PDF file.</source>
        <translation>컴퓨터 설정에서 프린터를 추가한 뒤 다시 시도해 주세요. 그때까지는 PDF 파일로 저장할 수 있습니다.</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF로 저장…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Refund receipt</source>
        <translation>환불 영수증</translation>
    </message>
    <message>
        <source>Business no. {number}</source>
        <translation>사업자등록번호 {number}</translation>
    </message>
    <message>
        <source>PRACTICE – no money was refunded</source>
        <translation>연습 – 실제로 환불되지 않았습니다</translation>
    </message>
    <message>
        <source>TEST PAYMENT – not a real sale</source>
        <translation>테스트 결제 – 실제 판매가 아닙니다</translation>
    </message>
    <message>
        <source>Accepted, not yet paid</source>
        <translation>환불 접수됨 – 아직 지급 전입니다</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>결제 번호</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>은행</translation>
    </message>
    <message>
        <source>Paid at</source>
        <translation>결제 일시</translation>
    </message>
    <message>
        <source>Approval no.</source>
        <translation>승인번호</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>결제 금액</translation>
    </message>
    <message>
        <source>Refund amount</source>
        <translation>환불 금액</translation>
    </message>
    <message>
        <source>Refunded in another way</source>
        <translation>다른 방법으로 환불</translation>
    </message>
    <message>
        <source>Refunded in all</source>
        <translation>누적 환불</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>환불 후 잔액</translation>
    </message>
    <message>
        <source>Accepted at</source>
        <translation>접수 일시</translation>
    </message>
    <message>
        <source>Refunded at</source>
        <translation>환불 일시</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>To the account</source>
        <translation>환불 계좌</translation>
    </message>
    <message>
        <source>Refunded by</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Refund tag</source>
        <translation>환불 태그</translation>
    </message>
    <message>
        <source>Cancellation no.</source>
        <translation>취소 번호</translation>
    </message>
    <message>
        <source>This confirms a refund. It is neither a tax invoice nor a cash receipt.</source>
        <translation>환불 사실을 확인하는 문서이며, 세금계산서나 현금영수증이 아닙니다.</translation>
    </message>
    <message>
        <source>The payment gateway&apos;s receipt</source>
        <translation>결제대행사(PG) 영수증</translation>
    </message>
    <message>
        <source>Printed {time}</source>
        <translation>인쇄 {time}</translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>Paper</source>
        <translation>용지</translation>
    </message>
    <message>
        <source>A4 sheet</source>
        <translation>A4 용지</translation>
    </message>
    <message>
        <source>Receipt roll, 58 mm</source>
        <translation>영수증 용지 58 mm</translation>
    </message>
    <message>
        <source>Receipt roll, 80 mm</source>
        <translation>영수증 용지 80 mm</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>인쇄…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF로 저장…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>The receipt as it will be printed</source>
        <translation>인쇄될 영수증 모습</translation>
    </message>
    <message>
        <source>Only a refund that was made or accepted has a receipt.</source>
        <translation>완료되었거나 접수된 환불만 영수증이 있습니다.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>불러오는 중…</translation>
    </message>
    <message>
        <source>refund-receipt-{tag}</source>
        <translation>환불영수증-{tag}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF로 저장</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>저장했습니다: {name}</translation>
    </message>
    <message>
        <source>It could not be saved there</source>
        <translation>그 위치에는 저장할 수 없습니다</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>다른 폴더를 선택해 주세요.</translation>
    </message>
</context>
<context>
    <name>RefundDialog</name>
    <message>
        <source>Refund – {order}</source>
        <translation>환불 – {order}</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>환불</translation>
    </message>
</context>
<context>
    <name>RefundForm</name>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Whole amount</source>
        <translation>전액</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Note (stays here)</source>
        <translation>메모 (가게에만 남음)</translation>
    </message>
    <message>
        <source>Continue…</source>
        <translation>다음…</translation>
    </message>
    <message>
        <source>Refunded outside…</source>
        <translation>외부 환불 기록…</translation>
    </message>
    <message>
        <source>Write down what went back in another way, so that it is not refunded twice.</source>
        <translation>다른 방법으로 돌려준 금액을 기록하여 두 번 환불되지 않게 합니다.</translation>
    </message>
    <message>
        <source>won</source>
        <translation>원</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>{left}자 남음</translation>
    </message>
    <message>
        <source>{over} too many</source>
        <translation>{over}자 초과</translation>
    </message>
    <message>
        <source>Whole amount (F8)</source>
        <translation>전액 (F8)</translation>
    </message>
    <message>
        <source>Continue… (F9)</source>
        <translation>다음… (F9)</translation>
    </message>
</context>
<context>
    <name>RefundProof</name>
    <message>
        <source>What was sent, and what came back</source>
        <translation>보낸 요청과 받은 응답</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>진행 기록</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>포트원 응답</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Order no.</source>
        <translation>주문번호</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>상품</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>PG</source>
        <translation>PG사</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>To the account</source>
        <translation>환불 계좌</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>카운터</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>환불 태그</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>취소 번호</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>누적 환불액 (전 → 후)</translation>
    </message>
    <message>
        <source>Refundable before</source>
        <translation>환불 전 환불 가능 금액</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>결제 번호</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>{bank} ····{digits}, holder {initial}··</source>
        <translation>{bank} ····{digits}, 예금주 {initial}○○</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>전액</translation>
    </message>
    <message>
        <source>{amount}, left at PortOne {balance}</source>
        <translation>{amount}, 포트원에 남은 금액 {balance}</translation>
    </message>
    <message>
        <source>Attempt {number}</source>
        <translation>{number}차 시도</translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>Order: {value}</source>
        <translation>주문번호: {value}</translation>
    </message>
    <message>
        <source>Buyer: {value}</source>
        <translation>구매자: {value}</translation>
    </message>
    <message>
        <source>Goods: {value}</source>
        <translation>상품: {value}</translation>
    </message>
    <message>
        <source>Amount: {value}</source>
        <translation>금액: {value}</translation>
    </message>
    <message>
        <source>Cancellation ID: {value}</source>
        <translation>취소 번호: {value}</translation>
    </message>
    <message>
        <source>Refund tag: {value}</source>
        <translation>환불 태그: {value}</translation>
    </message>
    <message>
        <source>Refundable before: {value}</source>
        <translation>환불 전 환불 가능 금액: {value}</translation>
    </message>
    <message>
        <source>Refundable now: {value}</source>
        <translation>현재 환불 가능 금액: {value}</translation>
    </message>
    <message>
        <source>Account: {value}</source>
        <translation>환불 계좌: {value}</translation>
    </message>
    <message>
        <source>Refunded by: {value}</source>
        <translation>담당자: {value}</translation>
    </message>
    <message>
        <source>Confirmed at: {value}</source>
        <translation>확인 시각: {value}</translation>
    </message>
    <message>
        <source>{amount} of your order {order} has been refunded. {payout}</source>
        <translation>주문번호 {order}의 {amount} 환불이 완료되었습니다. {payout}</translation>
    </message>
    <message>
        <source>The refund of {amount} for your order {order} has been accepted. {payout}</source>
        <translation>주문번호 {order}의 {amount} 환불이 접수되었습니다. {payout}</translation>
    </message>
</context>
<context>
    <name>ResultStep</name>
    <message>
        <source>The answer, word for word</source>
        <translation>응답 원문</translation>
    </message>
    <message>
        <source>Type the customer&apos;s account once more: it is never stored.</source>
        <translation>고객 계좌를 다시 입력해 주세요. 계좌번호는 저장하지 않습니다.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>지금 확인</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 보내기</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>검토하기…</translation>
    </message>
    <message>
        <source>Copy message for the customer</source>
        <translation>고객 안내 문구 복사</translation>
    </message>
    <message>
        <source>Receipt…</source>
        <translation>영수증…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Do not refund this in another way until {time} ({left} left).</source>
        <translation>{time}까지 다른 방법으로 환불하지 마세요. ({left} 남음)</translation>
    </message>
    <message>
        <source>This is not the account that was confirmed.</source>
        <translation>처음에 확인한 계좌와 다릅니다.</translation>
    </message>
    <message>
        <source>To refund to another account, close this to give the refund up, and make a new one.</source>
        <translation>다른 계좌로 환불하려면 창을 닫아 이 환불을 중단하고 새로 환불하세요.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>No refunds in it.</source>
        <translation>환불 기록이 없습니다.</translation>
    </message>
    <message>
        <source>Amount: {amount}
Confirmed: {when}
Tag: {tag}
Reason: {reason}</source>
        <translation>금액: {amount}
확정: {when}
태그: {tag}
사유: {reason}</translation>
    </message>
    <message>
        <source>Refunded by: {who}</source>
        <translation>담당: {who}</translation>
    </message>
    <message>
        <source>Attempt {number}, {when}: {outcome}</source>
        <translation>{number}차 시도, {when}: {outcome}</translation>
    </message>
    <message>
        <source>Paid: {paid}
Refunded: {refunded}
Left at PortOne: {balance}</source>
        <translation>결제: {paid}
환불: {refunded}
포트원에 남은 금액: {balance}</translation>
    </message>
    <message>
        <source>▶ {line} (has this refund&apos;s tag)</source>
        <translation>▶ {line} (이 환불의 태그가 있음)</translation>
    </message>
    <message>
        <source>▶ {line} (may be this refund)</source>
        <translation>▶ {line} (이 환불일 수 있음)</translation>
    </message>
    <message>
        <source>● {line} (new)</source>
        <translation>● {line} (새 기록)</translation>
    </message>
    <message>
        <source>○ {line} (was there before)</source>
        <translation>○ {line} (전부터 있던 기록)</translation>
    </message>
    <message>
        <source>{amount}, {when}, no reason</source>
        <translation>{amount}, {when}, 사유 없음</translation>
    </message>
    <message>
        <source>{amount}, {when}, reason: {reason}</source>
        <translation>{amount}, {when}, 사유: {reason}</translation>
    </message>
</context>
<context>
    <name>ReviewChoices</name>
    <message>
        <source>What became of it?</source>
        <translation>어떻게 되었나요?</translation>
    </message>
    <message>
        <source>New in PortOne&apos;s record, and may be this refund:</source>
        <translation>포트원 기록에 새로 생긴 환불 중 이 환불일 수 있는 것:</translation>
    </message>
    <message>
        <source>This is our refund: {entry}</source>
        <translation>이것이 우리가 한 환불입니다: {entry}</translation>
    </message>
    <message>
        <source>It was refunded, although the record shows another amount</source>
        <translation>기록의 금액은 다르지만 환불되었습니다</translation>
    </message>
    <message>
        <source>It was refunded, and is not in PortOne&apos;s record</source>
        <translation>환불되었지만 포트원 기록에는 없습니다</translation>
    </message>
    <message>
        <source>It was accepted and is waiting at the PG</source>
        <translation>PG사가 접수했고 처리를 기다립니다</translation>
    </message>
    <message>
        <source>It was not refunded</source>
        <translation>환불되지 않았습니다</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Review a refund</source>
        <translation>환불 검토</translation>
    </message>
    <message>
        <source>What did you find, and where?</source>
        <translation>어디에서 무엇을 확인했나요?</translation>
    </message>
    <message>
        <source>Write down the decision</source>
        <translation>결정 저장</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Reading PortOne&apos;s record…</source>
        <translation>포트원 기록을 조회하는 중…</translation>
    </message>
</context>
<context>
    <name>ReviewEvidence</name>
    <message>
        <source>What we sent</source>
        <translation>보낸 내용</translation>
    </message>
    <message>
        <source>What PortOne&apos;s record shows</source>
        <translation>포트원 기록</translation>
    </message>
    <message>
        <source>Not read afresh, this is what was saved: {why}</source>
        <translation>새로 조회하지 못해 저장된 기록을 보여 줍니다: {why}</translation>
    </message>
    <message>
        <source>Read just now.</source>
        <translation>방금 조회한 기록입니다.</translation>
    </message>
</context>
<context>
    <name>Scans</name>
    <message>
        <source>No order with this code: {code}</source>
        <translation>이 코드의 주문이 없습니다: {code}</translation>
    </message>
    <message>
        <source>New orders may not be here yet: F5 loads them.</source>
        <translation>새 주문이 아직 없을 수 있습니다. F5를 누르면 불러옵니다.</translation>
    </message>
</context>
<context>
    <name>SendingStep</name>
    <message>
        <source>Refunding… do not refund this in another way</source>
        <translation>환불 중입니다… 다른 방법으로 환불하지 마세요</translation>
    </message>
    <message>
        <source>Refunding</source>
        <translation>환불 중</translation>
    </message>
    <message>
        <source>This stays open until the answer has come. You can go on working in the main window.</source>
        <translation>응답이 올 때까지 이 창은 열려 있습니다. 그동안 기본 창에서 계속 작업할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>SetAsideDialog</name>
    <message>
        <source>Records that could not be read</source>
        <translation>읽을 수 없었던 결제</translation>
    </message>
    <message>
        <source>These payments are at PortOne, but the list does not show them as they are there now. Copy the lines when you ask PortOne about them.</source>
        <translation>포트원에는 있지만 목록에 지금 상태대로 나타나지 않는 결제입니다. 포트원에 문의할 때 아래 줄을 복사해 보내세요.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API 키</translation>
    </message>
    <message>
        <source>Leave both empty to go on with the keys in use. New ones are checked before they are kept.</source>
        <translation>지금 쓰는 키를 그대로 쓰려면 비워 두세요. 새 키는 확인한 뒤에 저장합니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Test the new keys first.</source>
        <translation>먼저 새 키의 연결을 확인하세요.</translation>
    </message>
</context>
<context>
    <name>SetupWizard</name>
    <message>
        <source>Set up the refund terminal</source>
        <translation>환불 단말기 시작하기</translation>
    </message>
    <message>
        <source>Connect your shop</source>
        <translation>가게 연결하기</translation>
    </message>
    <message>
        <source>Enter the API keys of your shop at PortOne (i&apos;mport V1). They are kept in this computer&apos;s own keyring, never in a file.</source>
        <translation>포트원(아임포트 V1)의 가게 API 키를 입력하세요. 키는 이 컴퓨터의 보안 보관함에만 저장되며 파일에는 남지 않습니다.</translation>
    </message>
    <message>
        <source>Where to find them: admin.portone.io → Integration → Keys → V1 API. The console may allow only listed IP addresses: then add this shop&apos;s address there.</source>
        <translation>키 찾는 곳: 포트원 콘솔(admin.portone.io) → 결제 연동 → 연동 정보 → 식별코드·API Keys → V1 API. 콘솔에서 허용 IP를 제한했다면 이 가게의 IP도 추가해야 합니다.</translation>
    </message>
    <message>
        <source>Orders to load</source>
        <translation>불러올 주문</translation>
    </message>
    <message>
        <source>Try practice mode first</source>
        <translation>연습 모드로 먼저 해 보기</translation>
    </message>
    <message>
        <source>Finish and load orders</source>
        <translation>마치고 주문 불러오기</translation>
    </message>
</context>
<context>
    <name>ShareTables</name>
    <message>
        <source>Method</source>
        <translation>결제수단</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>PG</source>
        <translation>PG사</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Refunds by: {name}</source>
        <translation>환불 집계 기준: {name}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>건수</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>No reason given</source>
        <translation>사유 없음</translation>
    </message>
    <message>
        <source>Not with this terminal</source>
        <translation>다른 곳에서 처리</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>담당자 미지정</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>기타</translation>
    </message>
</context>
<context>
    <name>ShopCard</name>
    <message>
        <source>Shop</source>
        <translation>가게</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Shop name</source>
        <translation>가게 이름</translation>
    </message>
    <message>
        <source>Counter name</source>
        <translation>카운터 이름</translation>
    </message>
    <message>
        <source>Business number</source>
        <translation>사업자등록번호</translation>
    </message>
    <message>
        <source>Last lines of receipts</source>
        <translation>영수증 끝 문구</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Help on what is on screen</source>
        <translation>지금 화면의 도움말</translation>
    </message>
    <message>
        <source>Load orders from PortOne</source>
        <translation>포트원에서 주문 불러오기</translation>
    </message>
    <message>
        <source>Refund: take the whole amount</source>
        <translation>환불: 전액 입력</translation>
    </message>
    <message>
        <source>Refund: on to the confirmation</source>
        <translation>환불: 확인 단계로</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Refund history</source>
        <translation>환불 내역</translation>
    </message>
    <message>
        <source>Summary and daily close</source>
        <translation>집계와 일일 마감</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Into the search field</source>
        <translation>검색창으로</translation>
    </message>
    <message>
        <source>Refund the chosen order</source>
        <translation>고른 주문 환불</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>스페이스바</translation>
    </message>
    <message>
        <source>Open the chosen row. In a form: on to the next field</source>
        <translation>고른 줄 열기. 입력 화면에서는 다음 칸으로</translation>
    </message>
    <message>
        <source>Next field or button; with Shift the one before</source>
        <translation>다음 칸이나 버튼. Shift와 함께 누르면 이전으로</translation>
    </message>
    <message>
        <source>In the reason: the next reason of your list</source>
        <translation>사유 칸: 목록의 다음 사유</translation>
    </message>
    <message>
        <source>Press the button. Enter never confirms a refund</source>
        <translation>버튼 누르기. Enter로는 환불이 확정되지 않음</translation>
    </message>
    <message>
        <source>Back, or close. Before typed data is lost you are asked</source>
        <translation>뒤로 또는 닫기. 입력한 내용이 사라지기 전에 물어봄</translation>
    </message>
    <message>
        <source>In the list of orders: sort by this column</source>
        <translation>주문 목록: 해당 열로 정렬</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>This week</source>
        <translation>이번 주</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>지난주</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>지난달</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90일</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>올해</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>지난해</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>이번 달</translation>
    </message>
    <message>
        <source>As of {time}</source>
        <translation>{time} 기준</translation>
    </message>
    <message>
        <source>orders last loaded {time}</source>
        <translation>주문 마지막 불러오기 {time}</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Summary</source>
        <translation>집계</translation>
    </message>
    <message>
        <source>Daily close</source>
        <translation>일일 마감</translation>
    </message>
</context>
<context>
    <name>SummaryView</name>
    <message>
        <source>Period</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>One bar for each</source>
        <translation>막대 단위</translation>
    </message>
    <message>
        <source>Usual bars</source>
        <translation>자동 단위</translation>
    </message>
    <message>
        <source>Each day</source>
        <translation>일별</translation>
    </message>
    <message>
        <source>Each week</source>
        <translation>주별</translation>
    </message>
    <message>
        <source>Each month</source>
        <translation>월별</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Paid in the same time</source>
        <translation>같은 기간 결제</translation>
    </message>
    <message>
        <source>Share of sales</source>
        <translation>매출 대비 비율</translation>
    </message>
    <message>
        <source>Not in PortOne&apos;s record</source>
        <translation>포트원 기록에 없음</translation>
    </message>
    <message>
        <source>Not clear yet</source>
        <translation>결과가 확실하지 않음</translation>
    </message>
    <message>
        <source>Refunded: what PortOne shows as cancelled in this time, wherever it was made. Paid: what came in during the same time, whatever went back of it. Test payments are left out.</source>
        <translation>환불: 이 기간에 포트원에 취소로 기록된 금액(처리한 곳과 무관). 결제: 같은 기간에 결제된 금액(이후 환불 여부와 무관). 테스트 결제는 제외됩니다.</translation>
    </message>
    <message>
        <source>Refunds over time; the arrow keys tell each bar</source>
        <translation>기간별 환불. 화살표 키로 막대를 하나씩 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>Adding up…</source>
        <translation>집계하는 중…</translation>
    </message>
    <message>
        <source>Nothing went back in this time. Choose a longer period above, or refund an order under Orders.</source>
        <translation>이 기간에는 환불이 없습니다. 위에서 더 긴 기간을 선택하거나, 주문 화면에서 환불해 주세요.</translation>
    </message>
    <message>
        <source>{time}: {amount}, {count} refunds</source>
        <translation>{time}: {amount}, {count}건</translation>
    </message>
    <message>
        <source>Highest bar: {amount}</source>
        <translation>가장 높은 막대: {amount}</translation>
    </message>
    <message>
        <source>Refunds over time</source>
        <translation>기간별 환불</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>건수</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
</context>
<context>
    <name>SupportDialog</name>
    <message>
        <source>Support report</source>
        <translation>문의용 보고서</translation>
    </message>
    <message>
        <source>This is the whole report. It holds no key, no customer and no account number. Nothing is sent: save it, read it, and give it to whoever helps you.</source>
        <translation>보고서 전체 내용입니다. 키, 고객 정보, 계좌번호는 들어 있지 않습니다. 자동으로 전송되지 않으니 읽어 보고 저장한 뒤 문의할 때 전달하세요.</translation>
    </message>
    <message>
        <source>The whole report</source>
        <translation>보고서 전체 내용</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>저장됨: {path}</translation>
    </message>
    <message>
        <source>Save the support report</source>
        <translation>문의용 보고서 저장</translation>
    </message>
</context>
<context>
    <name>SyncBar</name>
    <message>
        <source>Load orders (F5)</source>
        <translation>주문 불러오기 (F5)</translation>
    </message>
    <message>
        <source>Progress of loading</source>
        <translation>불러오기 진행률</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Show the records that could not be read</source>
        <translation>읽을 수 없었던 결제 보기</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>멈추는 중…</translation>
    </message>
    <message>
        <source>Stop loading</source>
        <translation>불러오기 멈춤</translation>
    </message>
    <message>
        <source>Loading orders…</source>
        <translation>주문을 불러오는 중…</translation>
    </message>
    <message>
        <source>PortOne asks to wait {time}</source>
        <translation>포트원이 {time} 기다려 달라고 합니다</translation>
    </message>
    <message>
        <source>Going on with loading… {read} of about {expected}</source>
        <translation>이어서 불러오는 중… 약 {expected}건 중 {read}건</translation>
    </message>
    <message>
        <source>Loading orders… {read} of about {expected}</source>
        <translation>주문을 불러오는 중… 약 {expected}건 중 {read}건</translation>
    </message>
    <message>
        <source>Loading orders… {read}</source>
        <translation>주문을 불러오는 중… {read}건</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>{time} 남음</translation>
    </message>
    <message>
        <source>Offline, and no orders were loaded yet</source>
        <translation>오프라인 · 아직 불러온 주문이 없습니다</translation>
    </message>
    <message>
        <source>No orders were loaded yet</source>
        <translation>아직 불러온 주문이 없습니다</translation>
    </message>
    <message>
        <source>Up to date {time}</source>
        <translation>{time} 기준 최신</translation>
    </message>
    <message>
        <source>Offline, showing what was saved {time}</source>
        <translation>오프라인 · {time}에 저장된 내용입니다</translation>
    </message>
    <message>
        <source>Not loaded, showing what was saved {time}</source>
        <translation>불러오지 못함 · {time}에 저장된 내용입니다</translation>
    </message>
    <message>
        <source>Loading was stopped. F5 goes on with it.</source>
        <translation>불러오기를 멈췄습니다. F5를 누르면 이어서 불러옵니다.</translation>
    </message>
    <message>
        <source>Orders from before {time} are not loaded yet.</source>
        <translation>{time} 이전 주문은 아직 불러오지 않았습니다.</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count}초</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count}분</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count}시간</translation>
    </message>
    <message>
        <source>{count} records could not be read and are not in the list (first: {payment}, {problem}).</source>
        <translation>{count}건은 읽을 수 없어 목록에 없습니다 (첫 번째: {payment}, {problem}).</translation>
    </message>
</context>
<context>
    <name>TaxFields</name>
    <message>
        <source>Tax</source>
        <translation>세금</translation>
    </message>
    <message>
        <source>Part of the order is tax-free</source>
        <translation>면세 금액이 있는 주문</translation>
    </message>
    <message>
        <source>VAT was given at the payment</source>
        <translation>결제할 때 부가세를 따로 지정함</translation>
    </message>
    <message>
        <source>Tax-free in the order</source>
        <translation>주문의 면세 금액</translation>
    </message>
    <message>
        <source>Tax-free in this refund</source>
        <translation>이번 환불의 면세</translation>
    </message>
    <message>
        <source>VAT in this refund</source>
        <translation>이번 환불의 부가세</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Refunds of this order</source>
        <translation>이 주문의 환불 내역</translation>
    </message>
    <message>
        <source>No refunds yet.</source>
        <translation>아직 환불이 없습니다.</translation>
    </message>
    <message>
        <source>× No longer in PortOne&apos;s record</source>
        <translation>× 포트원 기록에 더 이상 없음</translation>
    </message>
    <message>
        <source>× Taken back {time}</source>
        <translation>× {time} 기록 취소</translation>
    </message>
    <message>
        <source>seen {time}</source>
        <translation>{time}에 발견</translation>
    </message>
</context>
<context>
    <name>UndoDialog</name>
    <message>
        <source>Refunded by mistake?</source>
        <translation>잘못 환불했나요?</translation>
    </message>
    <message>
        <source>The text to send to the PG</source>
        <translation>PG사에 보낼 문구</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>문구 복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사됨</translation>
    </message>
</context>
<context>
    <name>UpdateNotice</name>
    <message>
        <source>Later</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Open the download page</source>
        <translation>다운로드 페이지 열기</translation>
    </message>
    <message>
        <source>Open the download page of the new version</source>
        <translation>새 버전의 다운로드 페이지 열기</translation>
    </message>
    <message>
        <source>Version {version} of the refund terminal is there.</source>
        <translation>환불 단말기 {version} 버전이 나왔습니다.</translation>
    </message>
    <message>
        <source>Nothing is installed by itself. Download and install it when the counter is quiet.</source>
        <translation>자동으로 설치되지 않습니다. 가게가 한가할 때 내려받아 설치해 주세요.</translation>
    </message>
    <message>
        <source>No browser could be opened. Enter this address in one:</source>
        <translation>브라우저를 열 수 없습니다. 브라우저에 다음 주소를 입력해 주세요.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Cancelled. No file was made.</source>
        <translation>취소했습니다. 파일은 만들어지지 않았습니다.</translation>
    </message>
    <message>
        <source>Start it again whenever you like.</source>
        <translation>원하실 때 다시 시작하시면 됩니다.</translation>
    </message>
    <message>
        <source>This API address is not allowed</source>
        <translation>사용할 수 없는 API 주소입니다</translation>
    </message>
    <message>
        <source>Use an https address, or http on this computer only.</source>
        <translation>https 주소를 쓰세요. http는 이 컴퓨터에서만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>This computer has no place to keep the keys</source>
        <translation>이 컴퓨터에는 키를 보관할 곳이 없습니다</translation>
    </message>
    <message>
        <source>The keys work until the program is closed and must be entered again next time. To keep them, install a keyring (on Linux: gnome-keyring or KWallet) and sign in again.</source>
        <translation>프로그램을 닫을 때까지는 키를 쓸 수 있지만 다음에 다시 입력해야 합니다. 계속 보관하려면 키링(리눅스: gnome-keyring 또는 KWallet)을 설치하고 다시 로그인하세요.</translation>
    </message>
    <message>
        <source>The printer did not take it</source>
        <translation>프린터에서 인쇄하지 못했습니다</translation>
    </message>
    <message>
        <source>See whether it is on and has paper, then print again.</source>
        <translation>전원과 용지를 확인한 뒤 다시 인쇄해 주세요.</translation>
    </message>
    <message>
        <source>Nothing was sent. Close this, and open the order again: it says what can be done.</source>
        <translation>아무것도 전송되지 않았습니다. 창을 닫고 주문을 다시 열면 할 수 있는 일이 표시됩니다.</translation>
    </message>
    <message>
        <source>Please correct what was entered</source>
        <translation>입력한 내용을 고쳐 주세요</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>예상하지 못한 문제가 생겼습니다</translation>
    </message>
    <message>
        <source>Your refunds are safe on disk. You can go on working; if it happens again, close the program and start it anew. What happened was written into the log file.</source>
        <translation>환불 기록은 디스크에 안전하게 저장되어 있습니다. 계속 일하셔도 됩니다. 다시 생기면 프로그램을 닫고 다시 시작하세요. 자세한 내용은 로그 파일에 남겼습니다.</translation>
    </message>
    <message>
        <source>PortOne cannot be reached</source>
        <translation>포트원에 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>Check this computer&apos;s internet connection and try again. Nothing was refunded.</source>
        <translation>인터넷 연결을 확인하고 다시 해 주세요. 환불된 금액은 없습니다.</translation>
    </message>
    <message>
        <source>The connection to PortOne is not safe</source>
        <translation>포트원과의 연결이 안전하지 않습니다</translation>
    </message>
    <message>
        <source>Its certificate was not accepted. Check this computer&apos;s date and time; a company or guest network may be reading along. Nothing was refunded.</source>
        <translation>인증서를 확인할 수 없습니다. 컴퓨터의 날짜와 시각을 확인하세요. 회사나 공용 네트워크가 통신을 가로채는 것일 수 있습니다. 환불된 금액은 없습니다.</translation>
    </message>
    <message>
        <source>PortOne did not answer in time</source>
        <translation>포트원이 제때 응답하지 않았습니다</translation>
    </message>
    <message>
        <source>Wait a moment and try again. Nothing was refunded.</source>
        <translation>잠시 후 다시 해 주세요. 환불된 금액은 없습니다.</translation>
    </message>
    <message>
        <source>No API keys have been entered yet</source>
        <translation>아직 API 키를 입력하지 않았습니다</translation>
    </message>
    <message>
        <source>Enter the shop&apos;s keys in the settings.</source>
        <translation>설정에서 가게의 키를 입력하세요.</translation>
    </message>
    <message>
        <source>PortOne refused the API keys</source>
        <translation>포트원이 API 키를 거절했습니다</translation>
    </message>
    <message>
        <source>Check key and secret in PortOne&apos;s console. It may also allow only listed IP addresses: then add this shop&apos;s address there.</source>
        <translation>포트원 콘솔에서 키와 시크릿을 확인하세요. 허용 IP만 받도록 설정되어 있다면 이 가게의 IP를 추가해야 합니다.</translation>
    </message>
    <message>
        <source>PortOne does not know this payment</source>
        <translation>포트원에 없는 결제입니다</translation>
    </message>
    <message>
        <source>Check that the keys in the settings belong to the shop that took the payment.</source>
        <translation>설정의 키가 이 결제를 받은 가게의 것인지 확인하세요.</translation>
    </message>
    <message>
        <source>PortOne could not answer the question</source>
        <translation>포트원이 요청을 처리하지 못했습니다</translation>
    </message>
    <message>
        <source>Wait a moment and try again. If it stays so, tell PortOne the words below.</source>
        <translation>잠시 후 다시 해 주세요. 계속되면 아래 문구를 포트원에 알려 주세요.</translation>
    </message>
    <message>
        <source>The answer could not be understood</source>
        <translation>응답을 이해할 수 없습니다</translation>
    </message>
    <message>
        <source>Something between this computer and PortOne may be answering instead, such as the sign-in page of a guest network. Check the connection and try again.</source>
        <translation>공용 와이파이 로그인 화면처럼 포트원이 아닌 곳에서 응답했을 수 있습니다. 연결을 확인하고 다시 해 주세요.</translation>
    </message>
    <message>
        <source>PortOne&apos;s answer is incomplete</source>
        <translation>포트원의 응답이 불완전합니다</translation>
    </message>
    <message>
        <source>A field that is needed is missing in it. Nothing was refunded; use PortOne&apos;s console.</source>
        <translation>필요한 항목이 빠져 있습니다. 환불된 금액은 없습니다. 포트원 콘솔을 이용하세요.</translation>
    </message>
    <message>
        <source>Another refund of this payment has not ended yet</source>
        <translation>이 결제에는 아직 끝나지 않은 환불이 있습니다</translation>
    </message>
    <message>
        <source>Open it and wait for its result. Nothing was sent now.</source>
        <translation>그 환불을 열어 결과를 기다리세요. 이번에는 아무것도 전송되지 않았습니다.</translation>
    </message>
    <message>
        <source>The refundable amount has changed meanwhile</source>
        <translation>그사이 환불 가능 금액이 바뀌었습니다</translation>
    </message>
    <message>
        <source>Somebody refunded this payment elsewhere. Nothing was sent; look at the new amount.</source>
        <translation>다른 곳에서 이 결제를 환불했습니다. 아무것도 전송되지 않았으니 새 금액을 확인하세요.</translation>
    </message>
    <message>
        <source>A text has a character that cannot be sent</source>
        <translation>보낼 수 없는 글자가 있습니다</translation>
    </message>
    <message>
        <source>Type it again. Nothing was sent.</source>
        <translation>다시 입력해 주세요. 아무것도 전송되지 않았습니다.</translation>
    </message>
    <message>
        <source>This step is no longer possible</source>
        <translation>이제 할 수 없는 단계입니다</translation>
    </message>
    <message>
        <source>The refund has moved on meanwhile. Look at it again.</source>
        <translation>그사이 환불 상태가 바뀌었습니다. 다시 확인하세요.</translation>
    </message>
    <message>
        <source>The answer came, but could not be saved yet</source>
        <translation>응답은 왔지만 아직 저장하지 못했습니다</translation>
    </message>
    <message>
        <source>Make room on the disk and leave this program open: saving is tried again by itself. Do not refund this in another way.</source>
        <translation>디스크 공간을 비우고 프로그램을 열어 두세요. 저장은 자동으로 다시 시도합니다. 다른 방법으로 환불하지 마세요.</translation>
    </message>
    <message>
        <source>This payment is blocked: its records do not fit together</source>
        <translation>이 결제는 차단되었습니다. 기록이 서로 맞지 않습니다</translation>
    </message>
    <message>
        <source>Nothing is sent for it any more. See in PortOne&apos;s console what was refunded, and call support with the record number {number}. Refunds of other orders go on.</source>
        <translation>이 결제로는 더 이상 아무것도 전송하지 않습니다. 얼마가 환불되었는지 포트원 콘솔에서 확인하고, 고객지원에 기록 번호 {number}번을 알려 주세요. 다른 주문은 계속 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>The program is already running</source>
        <translation>프로그램이 이미 실행 중입니다</translation>
    </message>
    <message>
        <source>Use the window that is already open. Its data can be used by one program at a time.</source>
        <translation>이미 열려 있는 창을 사용하세요. 같은 데이터는 한 번에 한 프로그램만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The data was written by a newer version of this program</source>
        <translation>더 새로운 버전의 프로그램이 저장한 데이터입니다</translation>
    </message>
    <message>
        <source>Install the newer version. Nothing was changed.</source>
        <translation>새 버전을 설치하세요. 데이터는 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>The data file is damaged</source>
        <translation>데이터 파일이 손상되었습니다</translation>
    </message>
    <message>
        <source>It was left as it is. Copies of each day lie in the folder “backups” beside it; keep the damaged file and ask for help. PortOne&apos;s own record of all refunds is not affected.</source>
        <translation>파일은 그대로 두었습니다. 옆의 “backups” 폴더에 날짜별 사본이 있습니다. 손상된 파일을 보관하고 도움을 요청하세요. 포트원의 환불 기록에는 영향이 없습니다.</translation>
    </message>
    <message>
        <source>The data folder cannot be written</source>
        <translation>데이터 폴더에 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Give your user the right to write there, or choose another folder with --data-dir.</source>
        <translation>이 폴더에 쓸 수 있는 권한을 주거나 --data-dir로 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>디스크가 가득 찼습니다</translation>
    </message>
    <message>
        <source>Make room on it and try again. What was saved stays as it is.</source>
        <translation>공간을 비우고 다시 해 주세요. 저장된 내용은 그대로 있습니다.</translation>
    </message>
    <message>
        <source>The data is busy</source>
        <translation>데이터를 사용 중입니다</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>잠시 후 다시 해 주세요.</translation>
    </message>
    <message>
        <source>These keys belong to another shop</source>
        <translation>다른 가게의 키입니다</translation>
    </message>
    <message>
        <source>They do not see the payments that are stored here, and were not kept. Enter this shop&apos;s keys, or start with another data folder (--data-dir) for the other shop.</source>
        <translation>이 키로는 여기에 저장된 결제가 보이지 않아 저장하지 않았습니다. 이 가게의 키를 입력하거나, 다른 가게라면 다른 데이터 폴더(--data-dir)로 시작하세요.</translation>
    </message>
    <message>
        <source>The file is open in another program</source>
        <translation>파일이 다른 프로그램에서 열려 있습니다</translation>
    </message>
    <message>
        <source>Close it there (Excel, for example) and try again, or choose another name.</source>
        <translation>그 프로그램(엑셀 등)에서 파일을 닫고 다시 시도하거나 다른 이름으로 저장해 주세요.</translation>
    </message>
    <message>
        <source>The file cannot be written there</source>
        <translation>그 위치에는 파일을 저장할 수 없습니다</translation>
    </message>
    <message>
        <source>Choose another folder or another name.</source>
        <translation>다른 폴더나 다른 이름을 선택해 주세요.</translation>
    </message>
    <message>
        <source>Enter a reason.</source>
        <translation>사유를 입력하세요.</translation>
    </message>
    <message>
        <source>The reason may have at most {limit} characters.</source>
        <translation>사유는 {limit}자까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>There is a character in it that cannot be sent.</source>
        <translation>보낼 수 없는 글자가 들어 있습니다.</translation>
    </message>
    <message>
        <source>The note may have at most {limit} characters.</source>
        <translation>메모는 {limit}자까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>This day is still to come.</source>
        <translation>오늘 이후의 날짜는 입력할 수 없습니다.</translation>
    </message>
    <message>
        <source>It was paid only on {day}.</source>
        <translation>결제일({day}) 이후의 날짜를 입력해 주세요.</translation>
    </message>
    <message>
        <source>This is no escrow payment.</source>
        <translation>에스크로 결제가 아닙니다.</translation>
    </message>
    <message>
        <source>Enter an amount.</source>
        <translation>금액을 입력하세요.</translation>
    </message>
    <message>
        <source>This is not an amount. Enter digits only.</source>
        <translation>금액이 아닙니다. 숫자만 입력하세요.</translation>
    </message>
    <message>
        <source>This currency has no decimals. Enter a whole amount.</source>
        <translation>소수점 없이 입력하세요.</translation>
    </message>
    <message>
        <source>This currency has at most {limit} digits after the point.</source>
        <translation>소수점 아래 {limit}자리까지 입력할 수 있습니다.</translation>
    </message>
    <message>
        <source>The amount must be more than zero.</source>
        <translation>0보다 큰 금액을 입력하세요.</translation>
    </message>
    <message>
        <source>The amount must not be less than zero.</source>
        <translation>금액은 0보다 작을 수 없습니다.</translation>
    </message>
    <message>
        <source>No payment is as large as this.</source>
        <translation>금액이 너무 큽니다.</translation>
    </message>
    <message>
        <source>At most {amount} can be refunded.</source>
        <translation>최대 {amount}까지 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>Only the whole amount, {amount}, can be refunded here.</source>
        <translation>전액 {amount}만 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>The amount is not in the payment&apos;s currency.</source>
        <translation>결제한 통화와 다릅니다.</translation>
    </message>
    <message>
        <source>Enter the customer&apos;s bank account.</source>
        <translation>고객의 환불 계좌를 입력하세요.</translation>
    </message>
    <message>
        <source>This payment goes back the way it came, not to an account.</source>
        <translation>이 결제는 계좌가 아니라 결제한 수단으로 환불됩니다.</translation>
    </message>
    <message>
        <source>Choose the bank.</source>
        <translation>은행을 선택하세요.</translation>
    </message>
    <message>
        <source>A bank code has letters and digits only, at most {limit} of them.</source>
        <translation>은행코드는 영문자와 숫자만, {limit}자까지입니다.</translation>
    </message>
    <message>
        <source>Enter the account number.</source>
        <translation>계좌번호를 입력하세요.</translation>
    </message>
    <message>
        <source>An account number has digits only.</source>
        <translation>계좌번호는 숫자만 입력하세요.</translation>
    </message>
    <message>
        <source>An account number has {least} to {most} digits.</source>
        <translation>계좌번호는 {least}~{most}자리입니다.</translation>
    </message>
    <message>
        <source>The two account numbers are not the same.</source>
        <translation>두 계좌번호가 서로 다릅니다.</translation>
    </message>
    <message>
        <source>Enter the account holder&apos;s name.</source>
        <translation>예금주 이름을 입력하세요.</translation>
    </message>
    <message>
        <source>The account holder&apos;s name may have at most {limit} characters.</source>
        <translation>예금주 이름은 {limit}자까지입니다.</translation>
    </message>
    <message>
        <source>The customer&apos;s phone number has {least} to {most} digits.</source>
        <translation>고객 전화번호는 {least}~{most}자리입니다.</translation>
    </message>
    <message>
        <source>A business number has digits only.</source>
        <translation>사업자등록번호는 숫자로만 되어 있습니다.</translation>
    </message>
    <message>
        <source>A business number has {limit} digits.</source>
        <translation>사업자등록번호는 숫자 {limit}자리입니다.</translation>
    </message>
    <message>
        <source>This is no business number: one of its digits is mistyped.</source>
        <translation>올바른 사업자등록번호가 아닙니다. 잘못 입력한 숫자가 있습니다.</translation>
    </message>
    <message>
        <source>These lines may have at most {limit} characters.</source>
        <translation>문구는 {limit}자까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>There may be at most {limit} lines.</source>
        <translation>{limit}줄까지 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>This cannot be used.</source>
        <translation>사용할 수 없는 값입니다.</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>전송 안 됨</translation>
    </message>
    <message>
        <source>Refunding</source>
        <translation>환불 중</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>확인 중</translation>
    </message>
    <message>
        <source>Waiting for the PG</source>
        <translation>처리 대기</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>검토 필요</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>환불 완료</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>되돌려짐</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거절됨</translation>
    </message>
    <message>
        <source>Not executed</source>
        <translation>실행되지 않음</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>그사이 변경됨</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>결제완료</translation>
    </message>
    <message>
        <source>Partly refunded</source>
        <translation>일부 환불</translation>
    </message>
    <message>
        <source>Fully refunded</source>
        <translation>전액 환불</translation>
    </message>
    <message>
        <source>Closed unpaid</source>
        <translation>미결제 종료</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>계좌이체</translation>
    </message>
    <message>
        <source>Virtual account</source>
        <translation>가상계좌</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>입금 대기</translation>
    </message>
    <message>
        <source>Refunded elsewhere</source>
        <translation>다른 곳 환불</translation>
    </message>
    <message>
        <source>Reversed elsewhere</source>
        <translation>다른 곳 환불 되돌려짐</translation>
    </message>
    <message>
        <source>Not sent, checking</source>
        <translation>전송 안 됨 · 확인 중</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>휴대폰</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>포인트</translation>
    </message>
    <message>
        <source>Gift voucher</source>
        <translation>상품권</translation>
    </message>
    <message>
        <source>Unknown method</source>
        <translation>알 수 없는 수단</translation>
    </message>
    <message>
        <source>KG Inicis</source>
        <translation>KG이니시스</translation>
    </message>
    <message>
        <source>NHN KCP</source>
        <translation>NHN KCP</translation>
    </message>
    <message>
        <source>Toss Payments</source>
        <translation>토스페이먼츠</translation>
    </message>
    <message>
        <source>NICE Payments</source>
        <translation>나이스페이먼츠</translation>
    </message>
    <message>
        <source>KICC</source>
        <translation>KICC</translation>
    </message>
    <message>
        <source>Danal</source>
        <translation>다날</translation>
    </message>
    <message>
        <source>KG Financial</source>
        <translation>KG파이낸셜</translation>
    </message>
    <message>
        <source>Kiwoom Pay</source>
        <translation>키움페이</translation>
    </message>
    <message>
        <source>Smartro</source>
        <translation>스마트로</translation>
    </message>
    <message>
        <source>Hecto Financial</source>
        <translation>헥토파이낸셜</translation>
    </message>
    <message>
        <source>KSNET</source>
        <translation>KSNET</translation>
    </message>
    <message>
        <source>Galaxia</source>
        <translation>갤럭시아머니트리</translation>
    </message>
    <message>
        <source>Welcome Payments</source>
        <translation>웰컴페이먼츠</translation>
    </message>
    <message>
        <source>Eximbay</source>
        <translation>엑심베이</translation>
    </message>
    <message>
        <source>KakaoPay</source>
        <translation>카카오페이</translation>
    </message>
    <message>
        <source>Naver Pay</source>
        <translation>네이버페이</translation>
    </message>
    <message>
        <source>Toss Pay</source>
        <translation>토스페이</translation>
    </message>
    <message>
        <source>PAYCO</source>
        <translation>페이코</translation>
    </message>
    <message>
        <source>Samsung Pay</source>
        <translation>삼성페이</translation>
    </message>
    <message>
        <source>Apple Pay</source>
        <translation>애플페이</translation>
    </message>
    <message>
        <source>SSG Pay</source>
        <translation>SSG페이</translation>
    </message>
    <message>
        <source>L.PAY</source>
        <translation>L.PAY</translation>
    </message>
    <message>
        <source>Smile Pay</source>
        <translation>스마일페이</translation>
    </message>
    <message>
        <source>PayPal</source>
        <translation>페이팔</translation>
    </message>
    <message>
        <source>Refunded outside</source>
        <translation>외부 환불</translation>
    </message>
    <message>
        <source>Note taken back</source>
        <translation>외부 환불 기록 취소</translation>
    </message>
    <message>
        <source>Another terminal</source>
        <translation>다른 단말기</translation>
    </message>
    <message>
        <source>PortOne&apos;s console</source>
        <translation>포트원 콘솔</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>다른 곳</translation>
    </message>
    <message>
        <source>Made here</source>
        <translation>이 단말기</translation>
    </message>
    <message>
        <source>Found at PortOne</source>
        <translation>포트원에서 발견</translation>
    </message>
    <message>
        <source>Made at another terminal</source>
        <translation>다른 단말기에서 환불</translation>
    </message>
    <message>
        <source>Made in PortOne&apos;s console</source>
        <translation>포트원 콘솔에서 환불</translation>
    </message>
    <message>
        <source>Made elsewhere</source>
        <translation>다른 곳에서 환불</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Answered: done</source>
        <translation>응답: 처리됨</translation>
    </message>
    <message>
        <source>Answered: refused</source>
        <translation>응답: 거절됨</translation>
    </message>
    <message>
        <source>Keys refused, nothing done</source>
        <translation>키 거절, 처리되지 않음</translation>
    </message>
    <message>
        <source>No clear answer</source>
        <translation>확실한 응답 없음</translation>
    </message>
    <message>
        <source>The program ended meanwhile</source>
        <translation>그사이 프로그램이 종료됨</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>환불 확정</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>전송함</translation>
    </message>
    <message>
        <source>PortOne answered</source>
        <translation>포트원이 응답함</translation>
    </message>
    <message>
        <source>The program started again</source>
        <translation>프로그램이 다시 시작됨</translation>
    </message>
    <message>
        <source>PortOne&apos;s record was read</source>
        <translation>포트원 기록을 조회함</translation>
    </message>
    <message>
        <source>A person decided</source>
        <translation>담당자가 결정함</translation>
    </message>
    <message>
        <source>This refund&apos;s tag stands in PortOne&apos;s record.</source>
        <translation>이 환불의 태그가 포트원 기록에 있습니다.</translation>
    </message>
    <message>
        <source>PortOne&apos;s record has exactly this amount more.</source>
        <translation>포트원 기록에 정확히 이 금액만큼 늘었습니다.</translation>
    </message>
    <message>
        <source>This PG answers before it acts.</source>
        <translation>이 PG사는 처리하기 전에 먼저 응답합니다.</translation>
    </message>
    <message>
        <source>The answer was about another payment.</source>
        <translation>다른 결제에 대한 응답이 왔습니다.</translation>
    </message>
    <message>
        <source>PortOne&apos;s record shows another amount.</source>
        <translation>포트원 기록의 금액이 다릅니다.</translation>
    </message>
    <message>
        <source>PortOne said yes, and nothing has changed in its record.</source>
        <translation>포트원이 성공이라고 했지만 기록은 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>A refund of the same amount may be this one or another.</source>
        <translation>같은 금액의 환불이 있는데 이 환불인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The amount has changed, and the record does not say how.</source>
        <translation>금액이 바뀌었는데 기록에 이유가 없습니다.</translation>
    </message>
    <message>
        <source>The payment was refunded elsewhere meanwhile.</source>
        <translation>그사이 다른 곳에서 환불되었습니다.</translation>
    </message>
    <message>
        <source>PortOne or the PG refused it.</source>
        <translation>포트원 또는 PG사가 거절했습니다.</translation>
    </message>
    <message>
        <source>The refusal does not prove that nothing was done.</source>
        <translation>거절 문구만으로는 환불되지 않았다고 확신할 수 없습니다.</translation>
    </message>
    <message>
        <source>No connection was made: nothing was sent.</source>
        <translation>연결되지 않아 아무것도 전송되지 않았습니다.</translation>
    </message>
    <message>
        <source>The API keys were refused: nothing was done.</source>
        <translation>API 키가 거절되어 아무것도 처리되지 않았습니다.</translation>
    </message>
    <message>
        <source>No clear answer came.</source>
        <translation>확실한 응답이 오지 않았습니다.</translation>
    </message>
    <message>
        <source>Two readings after the waiting time show nothing.</source>
        <translation>대기 시간이 지난 뒤 두 번 조회했지만 환불 기록이 없습니다.</translation>
    </message>
    <message>
        <source>The program ended while it was being sent.</source>
        <translation>전송하는 중에 프로그램이 종료되었습니다.</translation>
    </message>
    <message>
        <source>A person gave it up before it was sent.</source>
        <translation>전송하기 전에 중단했습니다.</translation>
    </message>
    <message>
        <source>It is not in PortOne&apos;s record after the PG&apos;s usual business days.</source>
        <translation>PG사의 통상 처리 기간이 지났는데 포트원 기록에 없습니다.</translation>
    </message>
    <message>
        <source>90 days of reading did not decide it.</source>
        <translation>90일 동안 기록을 조회했지만 결과를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>PortOne&apos;s record no longer shows this refund.</source>
        <translation>포트원 기록에서 이 환불이 사라졌습니다.</translation>
    </message>
    <message>
        <source>PortOne&apos;s record shows this refund again.</source>
        <translation>포트원 기록에 이 환불이 다시 나타났습니다.</translation>
    </message>
    <message>
        <source>The customer has confirmed the money.</source>
        <translation>고객이 입금을 확인했습니다.</translation>
    </message>
    <message>
        <source>A person decided it.</source>
        <translation>담당자가 결정했습니다.</translation>
    </message>
    <message>
        <source>The money goes back the way it came. A card company may take three to five business days to show it.</source>
        <translation>결제한 수단으로 환불됩니다. 카드사에 따라 3~5영업일이 걸릴 수 있습니다.</translation>
    </message>
    <message>
        <source>The PG pays it into the customer&apos;s bank account, usually on the next business day.</source>
        <translation>PG사가 고객 계좌로 보통 다음 영업일에 입금합니다.</translation>
    </message>
    <message>
        <source>This PG pays refunds by hand or once a week: it can take more than a week.</source>
        <translation>이 PG사는 수작업 또는 주 1회 입금하므로 일주일 넘게 걸릴 수 있습니다.</translation>
    </message>
    <message>
        <source>the PG</source>
        <translation>PG사</translation>
    </message>
    <message>
        <source>The number of {pg} is in your contract with it and in its console.</source>
        <translation>{pg} 연락처는 PG사 계약서나 관리자 페이지에서 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>To ask {pg}: {phone}</source>
        <translation>{pg} 문의처: {phone}</translation>
    </message>
    <message>
        <source>Trying again is safe: nothing was refunded. It helps once this is put right.</source>
        <translation>환불된 금액이 없으므로 다시 시도해도 안전합니다. 위 문제를 해결한 다음 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Trying again is safe, but it will be refused again: nothing was refunded.</source>
        <translation>환불된 금액이 없으므로 다시 시도해도 안전하지만, 또 거절됩니다.</translation>
    </message>
    <message>
        <source>Do not try again before you have looked into the console of {pg}: the money may be back already, or on its way.</source>
        <translation>{pg} 관리자 페이지를 먼저 확인하고, 그 전에는 다시 시도하지 마세요. 이미 환불되었거나 환불이 진행 중일 수 있습니다.</translation>
    </message>
    <message>
        <source>PortOne&apos;s record shows no refund, so trying again is safe as far as the record can tell. If in doubt, look into the console of {pg} first.</source>
        <translation>포트원 기록에는 환불이 없으므로, 기록으로 보면 다시 시도해도 안전합니다. 확실하지 않으면 {pg} 관리자 페이지를 먼저 확인하세요.</translation>
    </message>
    <message>
        <source>The PG says that it has refunded this payment already.</source>
        <translation>PG사에서는 이미 취소(환불)된 결제라고 응답했습니다.</translation>
    </message>
    <message>
        <source>A refund of this payment is under way at the PG.</source>
        <translation>PG사에서 이 결제의 취소가 진행 중입니다.</translation>
    </message>
    <message>
        <source>PortOne does not find this payment.</source>
        <translation>포트원에서 이 결제를 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>At the PG less is left of this payment than was asked.</source>
        <translation>PG사에 남아 있는 환불 가능 금액이 요청한 금액보다 적거나 다릅니다.</translation>
    </message>
    <message>
        <source>The PG refunds this payment only as a whole.</source>
        <translation>PG사에서 부분 환불을 허용하지 않는 결제입니다. 전액만 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>This payment has had as many partial refunds as the PG allows.</source>
        <translation>PG사가 허용하는 부분 환불 횟수를 모두 사용했습니다.</translation>
    </message>
    <message>
        <source>After a partial refund the PG takes no full one any more.</source>
        <translation>부분 환불한 결제는 PG사에서 전체 취소를 받지 않습니다.</translation>
    </message>
    <message>
        <source>The PG takes refunds out of the shop&apos;s sales that it has not paid out yet, and these are not enough now. Your refund was filled in correctly.</source>
        <translation>PG사는 아직 정산되지 않은 매출에서 환불금을 차감하는데, 지금은 그 금액이 부족합니다. 환불 입력에는 잘못이 없습니다.</translation>
    </message>
    <message>
        <source>The shop&apos;s key file is missing at the PG: no refund works until it is there.</source>
        <translation>PG사에 상점 키 파일이 등록되어 있지 않습니다. 등록하기 전에는 환불할 수 없습니다.</translation>
    </message>
    <message>
        <source>This program does not know these words.</source>
        <translation>이 프로그램이 알지 못하는 문구입니다.</translation>
    </message>
    <message>
        <source>The shop&apos;s contract with the PG has no refunds of virtual accounts in it.</source>
        <translation>PG사와 가상계좌 환불 계약이 되어 있지 않거나, 환불 서비스가 중지되어 있습니다.</translation>
    </message>
    <message>
        <source>Nothing was paid into this virtual account.</source>
        <translation>이 가상계좌에 입금된 금액이 없습니다.</translation>
    </message>
    <message>
        <source>This is an escrow payment, which the PG does not refund in its present state.</source>
        <translation>에스크로 결제이며, 지금 상태에서는 PG사가 환불하지 않습니다.</translation>
    </message>
    <message>
        <source>The month of this phone payment is over: it can no longer be cancelled.</source>
        <translation>휴대폰 결제를 취소할 수 있는 기간(결제한 달)이 지났습니다.</translation>
    </message>
    <message>
        <source>A phone payment of this month does not go back to a bank account.</source>
        <translation>이번 달에 결제한 휴대폰 결제는 은행 계좌로 환불할 수 없습니다.</translation>
    </message>
    <message>
        <source>The phone company does not take this refund, for instance because the bill was paid ahead.</source>
        <translation>통신사에서 취소를 받지 않습니다. 고객이 요금을 선결제한 경우 등입니다.</translation>
    </message>
    <message>
        <source>The PG could not reach the phone company.</source>
        <translation>PG사와 통신사 사이의 통신에 오류가 있었습니다.</translation>
    </message>
    <message>
        <source>This payment timed out at the PG, which refunds it from tomorrow on.</source>
        <translation>PG사에서 시간 초과로 처리된 결제라서, 내일부터 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>The PG&apos;s system is being maintained.</source>
        <translation>PG사 시스템이 점검 중입니다.</translation>
    </message>
    <message>
        <source>Something went wrong on the way between PortOne, the PG and the card company.</source>
        <translation>포트원, PG사, 카드사 사이의 처리 과정에서 문제가 있었습니다.</translation>
    </message>
    <message>
        <source>The whole card payment was cancelled on its own day: the card shows it the same day.</source>
        <translation>카드 결제가 결제 당일에 전액 취소되어, 당일 중에 취소가 반영됩니다.</translation>
    </message>
    <message>
        <source>It goes back to the card. The card company shows it within three to five business days.</source>
        <translation>결제한 카드로 환불됩니다. 카드사에 반영되기까지 3~5영업일이 걸립니다.</translation>
    </message>
    <message>
        <source>It goes back to the bank account it was paid from, on the same or the next business day.</source>
        <translation>결제한 은행 계좌로 당일 또는 다음 영업일에 환불됩니다.</translation>
    </message>
    <message>
        <source>The phone payment is cancelled at once. When the phone bill shows it is up to the carrier.</source>
        <translation>휴대폰 결제는 바로 취소됩니다. 요금 청구서에 반영되는 시점은 통신사에 따라 다릅니다.</translation>
    </message>
    <message>
        <source>It goes back the way it was paid with {pg}. A card takes three to five business days as a rule; for money and points {pg} says when.</source>
        <translation>{pg}에서 결제한 수단으로 환불됩니다. 카드는 보통 3~5영업일이 걸리며, 머니와 포인트의 반영 시점은 {pg}에서 안내합니다.</translation>
    </message>
    <message>
        <source>The PG pays it into the customer&apos;s bank account by hand: seven business days or more.</source>
        <translation>PG사가 수기로 고객 계좌에 입금합니다. 7영업일 이상 걸립니다.</translation>
    </message>
    <message>
        <source>The PG pays it into the customer&apos;s bank account on a Thursday: this week&apos;s when it was asked for by Tuesday.</source>
        <translation>PG사가 매주 목요일에 고객 계좌로 입금합니다. 화요일까지 접수된 환불은 그 주 목요일에 입금됩니다.</translation>
    </message>
    <message>
        <source>It goes back the way it was paid. When it shows is up to {pg}.</source>
        <translation>결제한 수단으로 환불됩니다. 반영 시점은 {pg}에 따라 다릅니다.</translation>
    </message>
    <message>
        <source>Refund successful</source>
        <translation>환불되었습니다</translation>
    </message>
    <message>
        <source>Refund accepted, paid on the next business day</source>
        <translation>환불 접수 · 다음 영업일 입금 예정</translation>
    </message>
    <message>
        <source>Refund accepted, paid later by the PG</source>
        <translation>환불 접수 · PG사가 나중에 입금</translation>
    </message>
    <message>
        <source>No record says whether it has arrived: ask the customer, and the PG if it has not.</source>
        <translation>실제로 입금되었는지는 기록에 나오지 않습니다. 고객에게 확인하고, 입금되지 않았으면 PG사에 문의하세요.</translation>
    </message>
    <message>
        <source>Refund accepted, was due {day}, confirmed by the customer</source>
        <translation>환불 접수 · {day} 입금 예정이었음 · 고객 확인</translation>
    </message>
    <message>
        <source>Refund accepted, was due {day}</source>
        <translation>환불 접수 · {day} 입금 예정이었음</translation>
    </message>
    <message>
        <source>Refund accepted, due {day}</source>
        <translation>환불 접수 · {day} 입금 예정</translation>
    </message>
    <message>
        <source>The PG was due to pay it into the customer&apos;s bank account on {day}.</source>
        <translation>PG사가 {day}에 고객 계좌로 입금할 예정이었습니다.</translation>
    </message>
    <message>
        <source>The PG pays it into the customer&apos;s bank account, due on {day}.</source>
        <translation>PG사가 고객 계좌로 입금합니다. 입금 예정일은 {day}입니다.</translation>
    </message>
    <message>
        <source>PortOne&apos;s record shows the refund. Nothing is left to do.</source>
        <translation>포트원 기록에서 환불이 확인되었습니다. 더 하실 일은 없습니다.</translation>
    </message>
    <message>
        <source>The program was closed before this refund was sent. It ends by itself as soon as PortOne&apos;s record can be read. Until then this order takes no other refund.</source>
        <translation>이 환불을 전송하기 전에 프로그램이 종료되었습니다. 포트원 기록을 조회하는 대로 자동으로 정리됩니다. 그때까지 이 주문은 새로 환불할 수 없습니다.</translation>
    </message>
    <message>
        <source>Not sent: the API keys were refused. Nothing happened.</source>
        <translation>전송되지 않음: API 키가 거절되었습니다. 환불된 금액은 없습니다.</translation>
    </message>
    <message>
        <source>Check the keys in the settings, then try again.</source>
        <translation>설정에서 키를 확인한 뒤 다시 보내세요.</translation>
    </message>
    <message>
        <source>Not sent. Nothing happened.</source>
        <translation>전송되지 않았습니다. 환불된 금액은 없습니다.</translation>
    </message>
    <message>
        <source>No money was moved. Try again, or close this to give the refund up.</source>
        <translation>돈은 나가지 않았습니다. 다시 보내거나, 창을 닫아 이 환불을 중단하세요.</translation>
    </message>
    <message>
        <source>Refunding…</source>
        <translation>환불 중…</translation>
    </message>
    <message>
        <source>Do not refund this in another way.</source>
        <translation>다른 방법으로 환불하지 마세요.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>확인 중…</translation>
    </message>
    <message>
        <source>It is not known yet whether the refund was made. The program reads PortOne&apos;s record until it is clear. Do not refund this in another way.</source>
        <translation>환불되었는지 아직 알 수 없습니다. 확실해질 때까지 프로그램이 포트원 기록을 조회합니다. 다른 방법으로 환불하지 마세요.</translation>
    </message>
    <message>
        <source>Accepted. Waiting for the PG</source>
        <translation>접수됨 · PG사 처리 대기</translation>
    </message>
    <message>
        <source>This PG carries refunds out later. The program shows it as soon as it is in PortOne&apos;s record. Do not refund this in another way.</source>
        <translation>이 PG사는 환불을 나중에 처리합니다. 포트원 기록에 나타나는 대로 알려 드립니다. 다른 방법으로 환불하지 마세요.</translation>
    </message>
    <message>
        <source>PortOne&apos;s record has a refund of the same amount that may be this one or somebody else&apos;s. Look into the PG&apos;s own console before anything else, then write down what you found.</source>
        <translation>포트원 기록에 같은 금액의 환불이 있지만, 이 환불인지 다른 사람이 한 것인지 알 수 없습니다. 먼저 PG사 관리자 페이지에서 확인한 뒤 결과를 적어 주세요.</translation>
    </message>
    <message>
        <source>PortOne&apos;s answer does not fit what was asked for. Look into the PG&apos;s own console, then write down what you found.</source>
        <translation>포트원의 응답이 요청한 내용과 다릅니다. PG사 관리자 페이지에서 확인한 뒤 결과를 적어 주세요.</translation>
    </message>
    <message>
        <source>The PG accepted it, and after its usual business days it is still not in PortOne&apos;s record. Ask the PG, or look into its own console, then write down what you found.</source>
        <translation>PG사가 접수했지만 통상 처리 기간이 지나도 포트원 기록에 없습니다. PG사에 문의하거나 PG사 관리자 페이지에서 확인한 뒤, 확인한 내용을 적어 주세요.</translation>
    </message>
    <message>
        <source>PortOne&apos;s record was read for 90 days and did not say whether the refund was made. Ask the PG, then write down what you found.</source>
        <translation>90일 동안 포트원 기록을 조회했지만 환불되었는지 알 수 없습니다. PG사에 문의한 뒤, 확인한 내용을 적어 주세요.</translation>
    </message>
    <message>
        <source>PortOne&apos;s record does not say whether the refund was made. Look into the PG&apos;s own console first, then write down what you found.</source>
        <translation>포트원 기록만으로는 환불되었는지 알 수 없습니다. 먼저 PG사 관리자 페이지에서 확인한 뒤 결과를 적어 주세요.</translation>
    </message>
    <message>
        <source>Refund refused</source>
        <translation>환불이 거절되었습니다</translation>
    </message>
    <message>
        <source>This attempt moved no money. The words below say why.</source>
        <translation>이번 시도로 환불된 금액은 없습니다. 아래 문구에 이유가 나와 있습니다.</translation>
    </message>
    <message>
        <source>Refund not executed</source>
        <translation>환불되지 않았습니다</translation>
    </message>
    <message>
        <source>PortOne&apos;s record was read again and again: no money was moved. Before a new refund, look into the PG&apos;s own console.</source>
        <translation>포트원 기록을 여러 번 조회했지만 돈은 나가지 않았습니다. 새로 환불하기 전에 PG사 관리자 페이지에서 확인하세요.</translation>
    </message>
    <message>
        <source>Changed meanwhile. Nothing was refunded here.</source>
        <translation>그사이 변경되었습니다. 여기서 환불된 금액은 없습니다.</translation>
    </message>
    <message>
        <source>Somebody refunded this payment elsewhere. Look at the new amount before a new refund.</source>
        <translation>다른 곳에서 이 결제를 환불했습니다. 새로 환불하기 전에 바뀐 금액을 확인하세요.</translation>
    </message>
    <message>
        <source>Refund reversed</source>
        <translation>환불이 되돌려졌습니다</translation>
    </message>
    <message>
        <source>PortOne&apos;s record no longer shows this refund. Ask the PG before you refund again.</source>
        <translation>포트원 기록에서 이 환불이 사라졌습니다. 다시 환불하기 전에 PG사에 문의하세요.</translation>
    </message>
    <message>
        <source>Refund cancelled. Nothing was sent.</source>
        <translation>환불을 중단했습니다. 전송되지 않았습니다.</translation>
    </message>
    <message>
        <source>No money was moved. A new refund can be made.</source>
        <translation>돈은 나가지 않았습니다. 새로 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>This program cannot refund this currency.</source>
        <translation>이 프로그램에서 환불할 수 없는 통화입니다.</translation>
    </message>
    <message>
        <source>This order has not been paid yet.</source>
        <translation>아직 결제되지 않은 주문입니다.</translation>
    </message>
    <message>
        <source>This order was never paid.</source>
        <translation>결제된 적이 없는 주문입니다.</translation>
    </message>
    <message>
        <source>This order has already been fully refunded.</source>
        <translation>이미 전액 환불된 주문입니다.</translation>
    </message>
    <message>
        <source>Naver Pay orders are refunded in Naver&apos;s own console only.</source>
        <translation>네이버페이 주문형은 네이버페이센터에서만 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>A payment with a promotion that was refunded in part is refunded in PortOne&apos;s console only.</source>
        <translation>일부 환불된 프로모션 결제는 포트원 콘솔에서만 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>Only the whole could be refunded here, and a part of it was refunded outside.</source>
        <translation>여기서는 전액만 환불할 수 있는데, 일부를 이미 외부 환불로 기록했습니다.</translation>
    </message>
    <message>
        <source>A phone payment can be refunded in the calendar month of the payment only.</source>
        <translation>휴대폰 결제는 결제한 달에만 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>This PG does not refund virtual accounts at all.</source>
        <translation>이 PG사는 가상계좌 환불을 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>This PG refunds virtual accounts between 06:00 and 23:00 only.</source>
        <translation>이 PG사의 가상계좌 환불은 06:00~23:00에만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Possible again from {when} on.</source>
        <translation>{when}부터 다시 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>To give back a part: refund the whole, and let the customer pay the rest anew.</source>
        <translation>일부만 돌려주려면 전액을 환불한 뒤 나머지 금액을 다시 결제받으세요.</translation>
    </message>
    <message>
        <source>This payment has a promotion: only the whole amount can be refunded here.</source>
        <translation>프로모션이 적용된 결제여서 여기서는 전액만 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>For a part, use PortOne&apos;s console.</source>
        <translation>일부만 환불하려면 포트원 콘솔을 이용하세요.</translation>
    </message>
    <message>
        <source>This phone payment can be refunded only as a whole.</source>
        <translation>이 휴대폰 결제는 전액만 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>A payment by gift voucher can be refunded only as a whole here.</source>
        <translation>상품권 결제는 여기서 전액만 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>This PG allows nine partial refunds of a payment, and all nine were made.</source>
        <translation>이 PG사는 결제 한 건에 부분 환불을 9번까지 허용하는데, 이미 9번 모두 사용했습니다.</translation>
    </message>
    <message>
        <source>Only the rest as a whole can still be tried.</source>
        <translation>남은 금액 전부를 한 번에 환불하는 것만 시도할 수 있습니다.</translation>
    </message>
    <message>
        <source>This PG refunds a test payment like this one only as a whole.</source>
        <translation>이 PG사는 이런 테스트 결제를 전액만 환불합니다.</translation>
    </message>
    <message>
        <source>The currency is {currency}. Refund it in PortOne&apos;s console.</source>
        <translation>통화가 {currency}입니다. 포트원 콘솔에서 환불하세요.</translation>
    </message>
    <message>
        <source>There is nothing to give back.</source>
        <translation>돌려줄 돈이 없습니다.</translation>
    </message>
    <message>
        <source>The payment failed or was closed: there is nothing to give back.</source>
        <translation>실패했거나 종료된 결제라서 돌려줄 돈이 없습니다.</translation>
    </message>
    <message>
        <source>The timeline of the order shows when and how much.</source>
        <translation>언제 얼마가 환불되었는지는 주문의 환불 내역에 있습니다.</translation>
    </message>
    <message>
        <source>Open the Naver Pay center and refund the order there.</source>
        <translation>네이버페이센터에서 주문을 환불하세요.</translation>
    </message>
    <message>
        <source>Open PortOne&apos;s console and refund the rest there.</source>
        <translation>포트원 콘솔에서 나머지를 환불하세요.</translation>
    </message>
    <message>
        <source>Pay the rest back in another way too, and note it as refunded outside; or take a wrong note back.</source>
        <translation>나머지도 다른 방법으로 돌려주고 ‘외부 환불’로 기록해 주세요. 기록이 잘못되었으면 그 기록을 취소해 주세요.</translation>
    </message>
    <message>
        <source>Pay the customer back in another way, by bank transfer for example, and note it as refunded outside.</source>
        <translation>계좌이체 등 다른 방법으로 고객에게 돌려준 뒤 ‘외부 환불’로 기록해 두세요.</translation>
    </message>
    <message>
        <source>Transfer the money to the customer&apos;s account yourself, and note it as refunded outside.</source>
        <translation>고객 계좌로 직접 송금한 뒤 ‘외부 환불’로 기록해 두세요.</translation>
    </message>
    <message>
        <source>The order can wait: nothing is lost until then.</source>
        <translation>그때까지 기다려도 주문에는 아무 문제가 없습니다.</translation>
    </message>
    <message>
        <source>Wait, then look into the console of {pg} to see what became of it.</source>
        <translation>잠시 기다린 뒤 {pg} 관리자 페이지에서 어떻게 처리되었는지 확인하세요.</translation>
    </message>
    <message>
        <source>Look for it in PortOne&apos;s console. If it is there, the keys in the settings may be those of another shop.</source>
        <translation>포트원 콘솔에서 이 결제를 찾아보세요. 콘솔에 있다면 설정의 API 키가 다른 가게의 키일 수 있습니다.</translation>
    </message>
    <message>
        <source>Look into the console of {pg}: some of it may have been refunded there. Then refund what is left.</source>
        <translation>{pg} 관리자 페이지를 확인하세요. 거기서 일부가 환불되었을 수 있습니다. 그런 다음 남은 금액을 환불하세요.</translation>
    </message>
    <message>
        <source>Refund the whole amount and let the customer pay the rest anew, or ask {pg} to allow parts.</source>
        <translation>전액을 환불하고 나머지는 고객이 다시 결제하게 하거나, {pg} 측에 부분 환불(부분 취소)을 허용해 달라고 요청하세요.</translation>
    </message>
    <message>
        <source>Ask {pg} how the rest can be refunded.</source>
        <translation>나머지를 환불할 방법을 {pg} 측에 문의하세요.</translation>
    </message>
    <message>
        <source>Refund what is left as an amount.</source>
        <translation>남은 금액을 직접 입력해 환불하세요.</translation>
    </message>
    <message>
        <source>Pay the customer by bank transfer. Then open the refund of this order again and note it as refunded outside.</source>
        <translation>고객에게 직접 계좌이체로 돌려준 뒤, 이 주문의 환불 창을 다시 열어 ‘외부 환불’로 기록해 두세요.</translation>
    </message>
    <message>
        <source>Look into the console of {pg}: it says when and how much. If PortOne still calls the payment paid, write to cs@portone.io: the mail is ready to copy.</source>
        <translation>{pg} 관리자 페이지에서 언제 얼마가 취소되었는지 확인하세요. 포트원에 아직 결제완료로 남아 있으면 cs@portone.io로 메일을 보내세요. 메일 내용은 복사할 수 있게 준비되어 있습니다.</translation>
    </message>
    <message>
        <source>Let whoever set up the payments register the key file, or ask cs@portone.io.</source>
        <translation>결제를 설정한 담당자에게 키 파일 등록을 요청하거나 cs@portone.io로 문의하세요.</translation>
    </message>
    <message>
        <source>Ask {pg} or cs@portone.io what the words below mean, and quote the refund tag {tag}.</source>
        <translation>아래 문구의 뜻을 {pg} 또는 cs@portone.io에 문의하고, 환불 태그 {tag}를 알려 주세요.</translation>
    </message>
    <message>
        <source>Wait for more sales, or call {pg}: pay the amount in, or ask for a forced refund. Once {pg} has refunded it, write to cs@portone.io: the mail is ready to copy.</source>
        <translation>매출이 더 쌓일 때까지 기다리거나, {pg} 측에 전화해 부족한 금액을 입금하거나 강제 환불을 요청하세요. {pg} 측에서 환불한 뒤에는 cs@portone.io로 메일을 보내세요. 메일 내용은 복사할 수 있게 준비되어 있습니다.</translation>
    </message>
    <message>
        <source>Ask {pg} for a contract about virtual account refunds. Until then pay the customer by bank transfer.</source>
        <translation>{pg} 측에 가상계좌 환불 특약을 신청하세요. 그때까지는 고객에게 직접 계좌이체로 돌려주세요.</translation>
    </message>
    <message>
        <source>There is nothing to give back. If the customer has paid, ask {pg}.</source>
        <translation>돌려줄 금액이 없습니다. 고객이 입금했다고 하면 {pg} 측에 문의하세요.</translation>
    </message>
    <message>
        <source>Parts are refunded only once the customer has confirmed the purchase. Ask {pg} how this one can be refunded.</source>
        <translation>부분 환불은 고객이 구매를 확정한 뒤에만 할 수 있습니다. 이 결제의 환불 방법은 {pg} 측에 문의하세요.</translation>
    </message>
    <message>
        <source>Refund it as a whole, without a bank account.</source>
        <translation>은행 계좌 없이 일반 취소로 전액 환불하세요.</translation>
    </message>
    <message>
        <source>Ask {pg}. If it stays refused, pay the customer by bank transfer.</source>
        <translation>{pg} 측에 문의하세요. 계속 거절되면 고객에게 직접 계좌이체로 돌려주세요.</translation>
    </message>
    <message>
        <source>Wait a few minutes, then look into the console of {pg} whether it was cancelled.</source>
        <translation>몇 분 기다린 뒤 {pg} 관리자 페이지에서 취소되었는지 확인하세요.</translation>
    </message>
    <message>
        <source>Wait until tomorrow and look into the console of {pg} before anything else.</source>
        <translation>내일까지 기다렸다가, 무엇보다 먼저 {pg} 관리자 페이지를 확인하세요.</translation>
    </message>
    <message>
        <source>Wait until it is over, then look into the console of {pg}.</source>
        <translation>점검이 끝날 때까지 기다린 뒤 {pg} 관리자 페이지를 확인하세요.</translation>
    </message>
    <message>
        <source>Look into the console of {pg} whether the refund was made, or ask there.</source>
        <translation>환불되었는지 {pg} 관리자 페이지에서 확인하거나 PG사에 문의하세요.</translation>
    </message>
    <message>
        <source>This refund cannot be taken back.</source>
        <translation>이 환불은 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Call {pg}, or send the text below.</source>
        <translation>{pg} 측에 전화하거나 아래 문구를 보내세요.</translation>
    </message>
    <message>
        <source>Look for the refund in the console of {pg}: there is a button to take it back. Or ask there.</source>
        <translation>{pg} 관리자 페이지에서 이 거래를 찾아 ‘취소 원복’ 버튼을 누르거나 PG사에 문의하세요.</translation>
    </message>
    <message>
        <source>Only {pg} can take a refund back, and only today: tomorrow nobody can. The PG decides whether it does.</source>
        <translation>환불을 되돌리는 일(취소 원복)은 {pg}에서만, 오늘 안에만 할 수 있습니다. 내일부터는 되돌릴 수 없으며, 가능 여부는 PG사가 정합니다.</translation>
    </message>
    <message>
        <source>PGs do not do it for check cards, gift cards and escrow payments, nor for what was paid on the same day.</source>
        <translation>체크카드, 기프트카드, 에스크로 결제와 결제 당일에 환불한 거래는 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Here the refund turns to Reversed once it is gone from PortOne&apos;s record. If it is still there tomorrow, ask cs@portone.io.</source>
        <translation>포트원 기록에서 이 환불이 사라지면 여기에 ‘되돌려짐’으로 표시됩니다. 내일도 남아 있으면 cs@portone.io에 문의하세요.</translation>
    </message>
    <message>
        <source>Today the PG can still take this refund back.</source>
        <translation>오늘 안에는 PG사에서 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>A refund can be taken back only on the day it was made.</source>
        <translation>환불은 환불한 당일에만 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>What was paid and refunded on the same day is not taken back.</source>
        <translation>결제한 당일에 환불한 거래는 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>The refund of a check card is not taken back.</source>
        <translation>체크카드 환불은 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>The refund of an escrow payment is not taken back.</source>
        <translation>에스크로 결제의 환불은 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>{pg} does not take back refunds of this kind.</source>
        <translation>{pg}에서는 이런 환불의 원복을 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>{pg} takes back whole refunds only, and this was a part.</source>
        <translation>{pg}에서는 전액 환불만 되돌릴 수 있는데, 이 건은 부분 환불입니다.</translation>
    </message>
    <message>
        <source>Ask the customer to pay again, by card or by bank transfer.</source>
        <translation>고객에게 다시 결제해 달라고 요청하세요.</translation>
    </message>
    <message>
        <source>This PG takes no such part with a refund.</source>
        <translation>이 결제대행사(PG)는 환불할 때 이 금액을 받지 않습니다.</translation>
    </message>
    <message>
        <source>Enter how much of the whole order is tax-free; 0 if nothing is.</source>
        <translation>주문 전체에서 면세 금액이 얼마인지 입력해 주세요. 없으면 0을 입력해 주세요.</translation>
    </message>
    <message>
        <source>At most {amount} of this order can be tax-free: all that was not refunded as taxed.</source>
        <translation>이 주문의 면세 금액은 최대 {amount}입니다. 나머지는 이미 과세 금액으로 환불되었습니다.</translation>
    </message>
    <message>
        <source>At least {amount} of this order is tax-free: so much was refunded as tax-free.</source>
        <translation>이 주문의 면세 금액은 최소 {amount}입니다. 이만큼은 이미 면세 금액으로 환불되었습니다.</translation>
    </message>
    <message>
        <source>The tax-free part cannot be more than the refund, {amount}.</source>
        <translation>면세 금액은 환불 금액 {amount}보다 클 수 없습니다.</translation>
    </message>
    <message>
        <source>Only {amount} of the order is still tax-free.</source>
        <translation>이 주문에 남은 면세 금액은 {amount}입니다.</translation>
    </message>
    <message>
        <source>At least {amount} must be tax-free: the order has no more taxed goods to refund.</source>
        <translation>면세 금액은 최소 {amount}이어야 합니다. 그보다 적으면 남은 과세 금액을 넘습니다.</translation>
    </message>
    <message>
        <source>The VAT cannot be more than the taxed part, {amount}.</source>
        <translation>부가세는 과세 금액 {amount}보다 클 수 없습니다.</translation>
    </message>
    <message>
        <source>Of the whole order of {amount}. It is remembered.</source>
        <translation>전체 주문 {amount} 중 면세 금액입니다. 기억해 두었다가 다음 환불 때 채워 드립니다.</translation>
    </message>
    <message>
        <source>With a composite-tax contract, {pg} takes a refund without this for wholly tax-free: enter 0 if nothing is.</source>
        <translation>복합과세 계약이라면 {pg}에서는 이 금액이 없는 환불을 전액 면세로 처리합니다. 면세 상품이 없으면 0을 입력해 주세요.</translation>
    </message>
    <message>
        <source>{pg} knows orders that are tax-free as a whole or not at all.</source>
        <translation>{pg}에서는 주문 전체가 면세이거나 전체가 과세여야 합니다.</translation>
    </message>
    <message>
        <source>Only if your site gave an amount of VAT itself with the payment: the PG then wants it again.</source>
        <translation>쇼핑몰에서 결제할 때 부가세 금액을 직접 넘긴 경우에만 체크해 주세요. 이때는 환불할 때도 부가세가 필요합니다.</translation>
    </message>
    <message>
        <source>In proportion to what remains of the order.</source>
        <translation>남은 주문 금액에 비례하여 채워 드립니다.</translation>
    </message>
    <message>
        <source>In proportion: of the {refundable} that can be refunded, {left} is tax-free.</source>
        <translation>비례하여 나눈 금액입니다. 환불 가능 금액 {refundable} 중 면세는 {left}입니다.</translation>
    </message>
    <message>
        <source>{amount} was refunded without saying what was tax-free: look whether this is right.</source>
        <translation>면세 구분 없이 환불된 금액이 {amount} 있습니다. 금액이 맞는지 확인해 주세요.</translation>
    </message>
    <message>
        <source>Look again: this is more than an eleventh of the taxed part, {taxed}. It can be sent.</source>
        <translation>다시 확인해 주세요. 과세 금액 {taxed}의 11분의 1보다 큽니다. 그대로 보낼 수는 있습니다.</translation>
    </message>
    <message>
        <source>An eleventh of the taxed part.</source>
        <translation>과세 금액의 11분의 1입니다.</translation>
    </message>
    <message>
        <source>If it is left out once, {pg} refuses the next part.</source>
        <translation>한 번이라도 빠뜨리면 {pg}에서 다음 부분 환불을 거절합니다.</translation>
    </message>
    <message>
        <source>{tax_free} (taxed: {taxed})</source>
        <translation>{tax_free} (과세 {taxed})</translation>
    </message>
    <message>
        <source>The buyer has confirmed the purchase</source>
        <translation>구매자가 구매를 확정했습니다</translation>
    </message>
    <message>
        <source>Tax-free part</source>
        <translation>면세 금액</translation>
    </message>
    <message>
        <source>VAT</source>
        <translation>부가세</translation>
    </message>
    <message>
        <source>Escrow</source>
        <translation>에스크로</translation>
    </message>
    <message>
        <source>A cash receipt was issued. {pg} does not cancel it with the refund: do that in its console.</source>
        <translation>현금영수증이 발급된 결제입니다. {pg}에서는 환불해도 현금영수증이 취소되지 않습니다. 관리자 페이지에서 따로 취소해 주세요.</translation>
    </message>
    <message>
        <source>A cash receipt was issued. Look in {pg}&apos;s own console whether it was cancelled with the refund.</source>
        <translation>현금영수증이 발급된 결제입니다. 환불과 함께 취소되었는지 {pg} 관리자 페이지에서 확인해 주세요.</translation>
    </message>
    <message>
        <source>If it is refused: refund the whole, and let the customer pay the rest anew.</source>
        <translation>거절되면 전액을 환불한 뒤 나머지 금액을 다시 결제받으세요.</translation>
    </message>
    <message>
        <source>KCP refunds a part of a phone payment only where that was agreed.</source>
        <translation>KCP 휴대폰 결제의 부분 환불은 따로 신청한 경우에만 가능합니다.</translation>
    </message>
    <message>
        <source>A part of a payment by gift voucher is often refused.</source>
        <translation>상품권 결제의 부분 환불은 거절되는 경우가 많습니다.</translation>
    </message>
    <message>
        <source>Escrow: a part is refused until the buyer has confirmed the purchase. PortOne&apos;s record does not show whether that was done.</source>
        <translation>에스크로 결제는 구매자가 구매 확정을 하기 전에는 부분 환불이 거절됩니다. 확정 여부는 포트원 기록에 나오지 않습니다.</translation>
    </message>
    <message>
        <source>Ask the buyer to confirm first, or refund the whole.</source>
        <translation>구매자에게 먼저 구매 확정을 부탁하거나 전액을 환불하세요.</translation>
    </message>
    <message>
        <source>This may be an overseas, prepaid or gift card: a part is often refused.</source>
        <translation>해외·선불·기프트 카드일 수 있습니다. 이런 카드는 부분 환불이 거절되는 경우가 많습니다.</translation>
    </message>
    <message>
        <source>Eight partial refunds were made: this PG allows one more, then no other.</source>
        <translation>이미 8번 부분 환불했습니다. 이 PG사에서는 부분 환불을 한 번만 더 할 수 있습니다.</translation>
    </message>
    <message>
        <source>If more is going to come back, refund it together.</source>
        <translation>더 돌려줄 금액이 있으면 한 번에 모아서 환불하세요.</translation>
    </message>
    <message>
        <source>This PG does not carry out a partial refund of a test payment.</source>
        <translation>이 PG사는 테스트 결제의 부분 환불을 실제로 처리하지 않습니다.</translation>
    </message>
    <message>
        <source>Real payments are not affected.</source>
        <translation>실제 결제와는 관계없습니다.</translation>
    </message>
    <message>
        <source>If it is refused: pay the customer back in another way, and note it as refunded outside.</source>
        <translation>거절되면 다른 방법으로 고객에게 돌려준 뒤 ‘외부 환불’로 기록해 두세요.</translation>
    </message>
    <message>
        <source>Today is the last day for this phone payment.</source>
        <translation>이 휴대폰 결제는 오늘까지만 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>After midnight it can no longer be refunded here.</source>
        <translation>자정이 지나면 여기서 환불할 수 없습니다.</translation>
    </message>
    <message>
        <source>Today is the last day to refund this to the phone bill.</source>
        <translation>휴대폰 요금으로 환불할 수 있는 마지막 날입니다.</translation>
    </message>
    <message>
        <source>After midnight KCP pays it into a bank account, and only with a contract for it.</source>
        <translation>자정이 지나면 KCP와 특약이 있을 때만 은행 계좌로 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>The month of this phone payment is over: KCP refunds it to a bank account, and only with a contract for it.</source>
        <translation>결제한 달이 지난 휴대폰 결제입니다. KCP와 특약이 있을 때만 은행 계좌로 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>The PG may refuse the rest as a tenth partial refund.</source>
        <translation>나머지 금액도 10번째 부분 환불로 보아 PG사가 거절할 수 있습니다.</translation>
    </message>
    <message>
        <source>The time for this refund ended about {day}.</source>
        <translation>환불할 수 있는 기간이 {day}쯤 지났습니다.</translation>
    </message>
    <message>
        <source>The PG said that this payment was already refunded.</source>
        <translation>PG사가 이미 환불된 결제라고 답했습니다.</translation>
    </message>
    <message>
        <source>PortOne does not know what was refunded in the PG&apos;s own console. Look there first; to have PortOne&apos;s record put right, write to cs@portone.io.</source>
        <translation>PG사 관리자 페이지에서 직접 환불한 내역은 포트원에 반영되지 않습니다. 먼저 그곳에서 확인하시고, 포트원 기록을 바로잡으려면 cs@portone.io로 문의하세요.</translation>
    </message>
    <message>
        <source>The cash receipt is not cancelled with the refund.</source>
        <translation>환불해도 현금영수증은 자동으로 취소되지 않습니다.</translation>
    </message>
    <message>
        <source>Cancel it by hand afterwards; after a part, issue a new one for the rest.</source>
        <translation>환불 후 직접 취소하세요. 일부만 환불했다면 남은 금액으로 다시 발급하세요.</translation>
    </message>
    <message>
        <source>This PG refunds an escrow payment only if the buyer has refused the goods.</source>
        <translation>이 PG사의 에스크로 결제는 구매자가 구매를 거절해야 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>Ask the buyer to refuse the purchase first.</source>
        <translation>구매자에게 먼저 구매 거절을 부탁하세요.</translation>
    </message>
    <message>
        <source>This PG may refuse a virtual account with escrow.</source>
        <translation>에스크로 가상계좌 결제는 PG사가 환불을 거절할 수 있습니다.</translation>
    </message>
    <message>
        <source>If it answers 504747, the refund goes through Hana Bank: ask the PG.</source>
        <translation>504747로 거절되면 하나은행을 통해 환불해야 합니다. PG사에 문의하세요.</translation>
    </message>
    <message>
        <source>A virtual-account refund cannot be tested.</source>
        <translation>가상계좌 환불은 테스트할 수 없습니다.</translation>
    </message>
    <message>
        <source>It will probably be refused. Real ones are not affected.</source>
        <translation>거절될 가능성이 높지만 실제 결제와는 관계없습니다.</translation>
    </message>
    <message>
        <source>This PG really charges test payments, and cancels them by itself within a day.</source>
        <translation>이 PG사의 테스트 결제는 실제로 청구된 뒤 하루 안에 PG사가 자동으로 취소합니다.</translation>
    </message>
    <message>
        <source>If it answers that this was already cancelled, nothing is left to do.</source>
        <translation>이미 취소되었다는 답이 오면 더 하실 일은 없습니다.</translation>
    </message>
    <message>
        <source>It can be refunded until about {day}.</source>
        <translation>{day}쯤까지 환불할 수 있습니다.</translation>
    </message>
    <message>
        <source>Better do it in good time.</source>
        <translation>여유를 두고 미리 환불하세요.</translation>
    </message>
    <message>
        <source>The PG refunds virtual accounts only with a contract for it.</source>
        <translation>가상계좌 환불은 PG사와 환불 특약을 맺은 경우에만 가능합니다.</translation>
    </message>
    <message>
        <source>If it refuses for that reason, ask the PG for one.</source>
        <translation>그 이유로 거절되면 PG사에 특약을 신청하세요.</translation>
    </message>
    <message>
        <source>The PG charges the shop ₩300 for this refund.</source>
        <translation>이 환불에는 가게가 부담하는 PG사 수수료 300원이 듭니다.</translation>
    </message>
    <message>
        <source>The customer gets the whole amount.</source>
        <translation>고객은 환불 금액 전부를 받습니다.</translation>
    </message>
    <message>
        <source>The PG pays on Thursdays what was sent by Tuesday.</source>
        <translation>PG사는 화요일까지 접수된 환불을 그 주 목요일에 지급합니다.</translation>
    </message>
    <message>
        <source>Tell the customer so.</source>
        <translation>고객에게 그렇게 안내하세요.</translation>
    </message>
    <message>
        <source>Naver Pay demands the real reason.</source>
        <translation>네이버페이에는 실제 환불 사유를 적어야 합니다.</translation>
    </message>
    <message>
        <source>Write the reason that the customer gave.</source>
        <translation>고객이 말한 사유를 그대로 적으세요.</translation>
    </message>
    <message>
        <source>This PG refunds a part only where its service for that is on for the method.</source>
        <translation>이 PG사의 부분 환불은 결제수단별로 부분 환불 서비스를 신청한 경우에만 가능합니다.</translation>
    </message>
    <message>
        <source>If a part is refused, ask the PG, or refund the whole.</source>
        <translation>부분 환불이 거절되면 PG사에 문의하거나 전액을 환불하세요.</translation>
    </message>
    <message>
        <source>This test payment was really charged, and does not come back by itself.</source>
        <translation>이 테스트 결제는 실제로 청구되었고 자동으로 취소되지 않습니다.</translation>
    </message>
    <message>
        <source>Refund it here.</source>
        <translation>여기서 환불하세요.</translation>
    </message>
    <message>
        <source>This test payment was never charged.</source>
        <translation>이 테스트 결제는 실제로 청구되지 않았습니다.</translation>
    </message>
    <message>
        <source>This refund moves no money.</source>
        <translation>환불해도 실제 돈은 움직이지 않습니다.</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>현금</translation>
    </message>
    <message>
        <source>Transfer by the shop</source>
        <translation>계좌이체 (가게에서 직접)</translation>
    </message>
    <message>
        <source>PG&apos;s own console</source>
        <translation>PG사 관리자 페이지</translation>
    </message>
    <message>
        <source>Other way</source>
        <translation>기타 방법</translation>
    </message>
    <message>
        <source>Outside: {way}</source>
        <translation>외부 환불: {way}</translation>
    </message>
    <message>
        <source>Noted here as refunded outside: PortOne does not know of it.</source>
        <translation>외부 환불로 기록한 금액입니다. 포트원에는 기록이 없습니다.</translation>
    </message>
    <message>
        <source>Noted here as refunded outside. PortOne shows a cancellation of the same amount made elsewhere: if that is the same money, take the note back.</source>
        <translation>외부 환불로 기록한 금액입니다. 포트원에는 다른 곳에서 환불한 같은 금액이 있습니다. 같은 건이면 이 기록을 취소해 주세요.</translation>
    </message>
    <message>
        <source>Written down here on this day; PortOne has it on another day: {time}.</source>
        <translation>이날 여기에 기록되었으나, 포트원에는 다른 날({time})로 되어 있습니다.</translation>
    </message>
    <message>
        <source>PortOne has taken its entry back: this money has not gone back.</source>
        <translation>포트원에서 취소 기록이 사라졌습니다. 이 금액은 환불되지 않았습니다.</translation>
    </message>
    <message>
        <source>PortOne does not show its entry now. It is read again by itself.</source>
        <translation>지금은 포트원에 취소 기록이 보이지 않습니다. 자동으로 다시 조회합니다.</translation>
    </message>
    <message>
        <source>A person found it refunded in a review; PortOne does not show it.</source>
        <translation>담당자가 검토하여 환불된 것으로 확인했으나, 포트원에는 기록이 없습니다.</translation>
    </message>
    <message>
        <source>A person found it refunded in a review. PortOne shows a cancellation of the same amount made elsewhere: probably the same money.</source>
        <translation>담당자가 검토하여 환불된 것으로 확인했습니다. 포트원에는 다른 곳에서 환불한 같은 금액이 있으며, 같은 건일 가능성이 큽니다.</translation>
    </message>
    <message>
        <source>PortOne shows another amount for this refund: look at the order.</source>
        <translation>포트원의 환불 금액이 다릅니다. 주문을 확인해 주세요.</translation>
    </message>
    <message>
        <source>Made here; it was known as done here on another day: {time}.</source>
        <translation>여기서 환불했으며, 다른 날({time})에 완료된 것으로 확인되었습니다.</translation>
    </message>
    <message>
        <source>A refund of ours that is still being checked here; PortOne shows it already.</source>
        <translation>여기서 한 환불로 아직 확인 중입니다. 포트원에는 이미 기록이 있습니다.</translation>
    </message>
    <message>
        <source>May be a refund of ours that is not clear yet: review that refund.</source>
        <translation>아직 결과가 확실하지 않은 여기의 환불일 수 있습니다. 해당 환불을 검토해 주세요.</translation>
    </message>
    <message>
        <source>Made here and told as not done; PortOne has executed it after all.</source>
        <translation>여기서 처리되지 않은 것으로 안내했으나, 포트원에서 나중에 실행되었습니다.</translation>
    </message>
    <message>
        <source>Made at another counter, or here before the records were lost; taken over.</source>
        <translation>다른 단말기에서, 또는 기록이 손실되기 전에 여기서 한 환불로, 기록을 가져왔습니다.</translation>
    </message>
    <message>
        <source>Made at another counter.</source>
        <translation>다른 단말기에서 환불했습니다.</translation>
    </message>
    <message>
        <source>Made in PortOne&apos;s console.</source>
        <translation>포트원 콘솔에서 취소했습니다.</translation>
    </message>
    <message>
        <source>Made elsewhere, not with this terminal.</source>
        <translation>이 단말기가 아닌 다른 곳에서 취소했습니다.</translation>
    </message>
    <message>
        <source>No orders were loaded yet: PortOne&apos;s side is missing. Load them under Orders (F5).</source>
        <translation>아직 주문을 불러오지 않아 포트원 내역이 없습니다. 주문 화면에서 불러와 주세요(F5).</translation>
    </message>
    <message>
        <source>Orders were not loaded lately: PortOne may show more. Load them under Orders (F5).</source>
        <translation>최근에 주문을 불러오지 않아 포트원에 내역이 더 있을 수 있습니다. 주문 화면에서 불러와 주세요(F5).</translation>
    </message>
    <message>
        <source>Not all orders of this time are loaded: choose more months in the settings.</source>
        <translation>이 기간의 주문이 모두 불러와지지 않았습니다. 설정에서 불러올 개월 수를 늘려 주세요.</translation>
    </message>
    <message>
        <source>Some of PortOne&apos;s records could not be read: see the line below the orders.</source>
        <translation>읽을 수 없는 포트원 기록이 있습니다. 주문 목록 아래의 안내를 확인해 주세요.</translation>
    </message>
    <message>
        <source>Some refunds are not clear yet: they are not counted as refunded.</source>
        <translation>아직 결과가 확실하지 않은 환불이 있으며, 환불 집계에 포함되지 않았습니다.</translation>
    </message>
    <message>
        <source>This time is not over yet.</source>
        <translation>이 기간은 아직 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>What is published about new versions is out of date</source>
        <translation>새 버전 안내 정보의 유효 기간이 맞지 않습니다</translation>
    </message>
    <message>
        <source>Nothing was installed, and refunds go on as always. Check this computer&apos;s date; if it is right, tell whoever looks after this program.</source>
        <translation>아무것도 설치되지 않았으며 환불은 평소대로 할 수 있습니다. 이 컴퓨터의 날짜를 확인하시고, 날짜가 맞으면 이 프로그램의 관리 담당자에게 알려 주세요.</translation>
    </message>
    <message>
        <source>What is published about new versions is not genuine</source>
        <translation>새 버전 안내 정보를 신뢰할 수 없습니다</translation>
    </message>
    <message>
        <source>Nothing was installed, and refunds go on as always. Install no update until whoever looks after this program has said that it is right again.</source>
        <translation>아무것도 설치되지 않았으며 환불은 평소대로 할 수 있습니다. 이 프로그램의 관리 담당자가 문제가 없다고 확인해 줄 때까지 업데이트를 설치하지 마세요.</translation>
    </message>
</context>
</TS>
